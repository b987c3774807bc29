package org.xinheng.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.xinheng.platform.disclosure.Kept;

/**
 * The whole application on a real PostgreSQL with Changzhou's shipped packs and a clock that tests set. All such tests
 * share one context and one database: each makes subjects of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Tests set the clock years ahead: what their neighbours keep must not be deleted because of it.
        properties = {"management.server.port=0", "xinheng.retention.look-minutes=100000"})
@AutoConfigureMockMvc
@Import({SettableClock.Configuration.class, Callers.class, Browser.class, Kept.class})
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface PlatformTest {}
