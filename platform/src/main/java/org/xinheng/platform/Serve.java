package org.xinheng.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.FirstAdministrator;

/**
 * {@code serve [--port N] [--data DIR] [--city C] [--database-url jdbc:…] [--log text|json]}: the
 * real thing. Exit 2 wrong use, 3 failed.
 */
final class Serve {

    private static final String USAGE =
            "用法 · usage: ./xinheng serve [--port 8080] [--data DIR] [--city changzhou] [--database-url jdbc:…]"
                    + " [--log text|json]";

    private Serve() {}

    static void main(String[] arguments) {
        var wanted = Wanted.read(List.of(arguments));
        if (wanted == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            var application = wanted.start().run(wanted.settings());
            var port = application.getEnvironment().getProperty("local.server.port");
            application
                    .getBean(FirstAdministrator.class)
                    .invite()
                    .ifPresent(secret -> System.err.printf(
                            "还没有账号，请用这个一次性链接开设第一个 · no accounts yet, open the first with this one-time link:%n"
                                    + "http://localhost:%s/first-administrator?invitation=%s%n",
                            port, secret));
            System.out.println("ready on http://localhost:" + port);
        } catch (CreditException refusal) {
            System.err.println(StartError.explain(refusal));
            System.exit(3);
        } catch (RuntimeException failure) {
            System.err.println(
                    "启动失败 · the start failed: " + rootOf(failure).getClass().getName());
            System.exit(3);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    /** What the arguments ask for; {@code settings} are further ones of the application. */
    record Wanted(Start start, Map<String, Object> settings) {

        private static final Set<String> OPTIONS = Set.of("--port", "--data", "--city", "--database-url", "--log");

        static @Nullable Wanted read(List<String> arguments) {
            var options = Arguments.read(arguments, OPTIONS);
            if (options == null) {
                return null;
            }
            var port = Objects.requireNonNullElse(options.find("--port"), "8080");
            var log = Objects.requireNonNullElse(options.find("--log"), "text");
            // Management takes the port after it.
            if (!port.matches("\\d{1,5}")
                    || Integer.parseInt(port) > 65_534
                    || !Set.of("text", "json").contains(log)) {
                return null;
            }
            var home = Path.of(System.getProperty("xinheng.home", "."));
            var city = Objects.requireNonNullElse(options.find("--city"), "changzhou");
            var data = options.find("--data");
            var start = new Start(
                    Integer.parseInt(port),
                    data == null
                            ? home.resolve("var/serve").resolve(city)
                            : Path.of(data).toAbsolutePath().normalize(),
                    city,
                    options.find("--database-url"),
                    Path.of(System.getProperty(
                            "xinheng.packs", home.resolve("packs").toString())));
            return new Wanted(
                    start, log.equals("json") ? Map.of("logging.config", "classpath:logback-json.xml") : Map.of());
        }
    }
}
