package org.xinheng.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application (信衡). */
@SpringBootApplication
public class Platform {

    static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }
}
