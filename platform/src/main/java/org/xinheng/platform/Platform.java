package org.xinheng.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application (信衡). Beans are named in full: two modules may each have their pages of subjects. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Platform {

    static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }
}
