package org.xinheng.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.platform.shared.Fact;

class HouseRulesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.xinheng");

    @Test
    void thereAreNoDrawers() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto|Mapper|BaseEntity)")
                .because("a class is named for what it is in the domain")
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.xinheng.postgres..", "org.xinheng.cli..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("rules depend on days, and tests must be able to choose them")
                .check(PRODUCT);
    }

    @Test
    void thereAreNoLocalDateTimes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LocalDateTime.class)
                .because("moments are instants and days are dates")
                .check(PRODUCT);
    }

    @Test
    void theWebHoldsNoSql() {
        noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .or()
                .resideInAnyPackage("..console..", "..portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .because("controllers and pages hold no SQL")
                .check(PRODUCT);
    }

    @Test
    void factsHoldOnlyIdsDaysAndCodes() {
        classes()
                .that()
                .implement(Fact.class)
                .should(new ArchCondition<>("have components that can name nobody") {
                    @Override
                    public void check(JavaClass fact, ConditionEvents events) {
                        fact.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> !harmless(field.getRawType()))
                                .forEach(field ->
                                        events.add(SimpleConditionEvent.violated(field, field.getDescription())));
                    }
                })
                .check(PRODUCT);
    }

    private static boolean harmless(JavaClass type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.getPackageName().equals("org.xinheng.platform.shared")
                || Set.of(UUID.class.getName(), LocalDate.class.getName(), Instant.class.getName())
                        .contains(type.getName());
    }

    /** Promise 8. {@code PersonPagesTest} looks at the pages themselves. */
    @Test
    void pagesThatReadSubjectsGoThroughTheDoorThatLogsPersons() {
        classes()
                .that()
                .resideInAPackage("..console..")
                // Lists of work: of persons they say only that it is one.
                .and()
                .haveNameNotMatching(".*\\.(InboxPages|ListDefinitionPages|JointActionDeskPages)")
                .should(new ArchCondition<>("read no subject but through the door") {
                    @Override
                    public void check(JavaClass page, ConditionEvents events) {
                        boolean reads = dependsOn(page, "org.xinheng.platform.subject.Subjects");
                        if (reads && !dependsOn(page, "org.xinheng.platform.console.PersonDoor")) {
                            events.add(SimpleConditionEvent.violated(page, page.getName()));
                        }
                    }
                })
                .because("every query about a person carries purpose, matter and authority and is logged")
                .check(PRODUCT);
    }

    private static boolean dependsOn(JavaClass page, String other) {
        return page.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(other));
    }

    @Test
    void sqlTakesItsTimeFromTheClock() throws IOException {
        var clockInSql = Pattern.compile(
                "(?i)\\b(now\\s*\\(\\s*\\)|current_date|current_timestamp|clock_timestamp|localtimestamp)");
        var home = Path.of(System.getProperty("xinheng.home"));
        for (var root : new String[] {"platform/src/main", "demo/src/main"}) {
            try (var files = Files.walk(home.resolve(root))) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(f ->
                                f.toString().endsWith(".sql") || f.toString().endsWith(".java"))
                        .toList()) {
                    var text = Files.readString(file);
                    var sql = file.toString().endsWith(".sql") ? text : textBlocks(text);
                    assertThat(clockInSql.matcher(sql).find())
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }

    private static String textBlocks(String java) {
        var blocks = new StringBuilder();
        var parts = java.split("\"\"\"");
        for (int i = 1; i < parts.length; i += 2) {
            blocks.append(parts[i]).append('\n');
        }
        return blocks.toString();
    }
}
