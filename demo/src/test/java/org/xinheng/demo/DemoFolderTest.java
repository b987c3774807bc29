package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.Start;

class DemoFolderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path parent;

    private Path data;

    @BeforeEach
    void nameData() {
        data = parent.resolve("data");
    }

    private Start start() {
        return new Start(0, data, "changzhou", null, parent);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void anEmptyFolderCountsAsNew() throws IOException {
        Files.createDirectories(data);

        var folder = DemoFolder.claim(data, "changzhou", Population.SMALL, TODAY);

        assertThat(folder.firstDay()).isEqualTo(TODAY);
        assertThat(folder.loaded()).isFalse();
    }

    @Test
    void aLaterStartFindsTheFirstDayAndTheSizeItWasMadeWith() {
        DemoFolder.claim(data, "changzhou", Population.SMALL, TODAY).setLoaded();

        var again = DemoFolder.claim(data, "changzhou", Population.CITY, TODAY.plusDays(3));

        assertThat(again.firstDay()).isEqualTo(TODAY);
        assertThat(again.population()).isEqualTo(Population.SMALL);
        assertThat(again.loaded()).isTrue();
    }

    @Test
    void aFolderWithAnythingElseIsLeftAlone() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("letter.txt"), "mine");

        assertRefused(DemoError.NOT_A_DEMO_FOLDER, () -> DemoFolder.claim(data, "changzhou", Population.SMALL, TODAY));
        assertRefused(DemoError.NOT_A_DEMO_FOLDER, () -> DemoFolder.discard(start()));

        assertThat(data.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void theDemoOfAnotherCityIsLeftAlone() {
        DemoFolder.claim(data, "changzhou", Population.SMALL, TODAY);

        assertRefused(DemoError.DEMO_OF_ANOTHER_CITY, () -> DemoFolder.claim(data, "qidong", Population.SMALL, TODAY));
    }

    @Test
    void freshThrowsAwayTheDemoAndItsKeys() throws IOException {
        DemoFolder.claim(data, "changzhou", Population.SMALL, TODAY);
        Files.writeString(start().keys(), "keys");

        DemoFolder.discard(start());

        assertThat(start().keys()).doesNotExist();
        assertThat(DemoFolder.claim(data, "qidong", Population.CITY, TODAY).population())
                .isEqualTo(Population.CITY);
    }
}
