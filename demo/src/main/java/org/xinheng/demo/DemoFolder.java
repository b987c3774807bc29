package org.xinheng.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Properties;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.Start;
import org.xinheng.postgres.EmbeddedPostgres;

/**
 * The demo's folder and what it remembers between starts beside the database: for whom and when it was made, how far its
 * clock is ahead, and whether everything is loaded. Fiction is never loaded into a folder that holds anything else.
 */
public final class DemoFolder {

    private static final String FILE = "demo.properties";

    private final Path directory;
    private final Properties properties;

    private DemoFolder(Path directory, Properties properties) {
        this.directory = directory;
        this.properties = properties;
    }

    /**
     * Makes the folder a demo's, or finds that it is one already.
     *
     * @param today the day of the first start, if this is it
     */
    static DemoFolder claim(Path directory, String city, Population population, LocalDate today) {
        try {
            if (Files.exists(directory.resolve(FILE))) {
                var found = open(directory);
                if (!city.equals(found.properties.getProperty("city"))) {
                    throw new CreditException(
                            DemoError.DEMO_OF_ANOTHER_CITY, directory, found.properties.getProperty("city"));
                }
                return found;
            }
            requireEmpty(directory);
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var folder = new DemoFolder(directory, new Properties());
        folder.properties.setProperty("city", city);
        folder.properties.setProperty("organisations", Integer.toString(population.organisations()));
        folder.properties.setProperty("persons", Integer.toString(population.persons()));
        folder.properties.setProperty("first-day", today.toString());
        folder.write();
        return folder;
    }

    /** Opens a folder that was claimed. */
    static DemoFolder open(Path directory) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve(FILE))) {
            properties.load(reader);
        }
        return new DemoFolder(directory, properties);
    }

    /** Throws away a demo, its keys too; refuses whatever is not one. */
    static void discard(Start start) {
        try {
            if (Files.notExists(start.data().resolve(FILE))) {
                requireEmpty(start.data());
                return;
            }
            EmbeddedPostgres.discard(start.data());
            Files.deleteIfExists(start.keys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lock of a discarded demo may remain. */
    private static void requireEmpty(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new CreditException(DemoError.NOT_A_DEMO_FOLDER, directory);
        }
        try (var entries = Files.list(directory)) {
            if (entries.anyMatch(entry -> !entry.endsWith("lock"))) {
                throw new CreditException(DemoError.NOT_A_DEMO_FOLDER, directory);
            }
        }
    }

    public Population population() {
        return new Population(number("organisations"), number("persons"));
    }

    private int number(String key) {
        return Integer.parseInt(properties.getProperty(key));
    }

    /** The day of the first start: the data is drawn up to it. */
    public LocalDate firstDay() {
        return LocalDate.parse(properties.getProperty("first-day"));
    }

    /** How far business time is ahead of real time; behind when negative. */
    synchronized Duration ahead(Duration otherwise) {
        var known = properties.getProperty("ahead");
        return known == null ? otherwise : Duration.parse(known);
    }

    synchronized void setAhead(Duration ahead) {
        properties.setProperty("ahead", ahead.toString());
        write();
    }

    /** Whether every file and story is in. */
    public boolean loaded() {
        return Boolean.parseBoolean(properties.getProperty("loaded"));
    }

    public synchronized void setLoaded() {
        properties.setProperty("loaded", "true");
        write();
    }

    private void write() {
        try {
            var fresh = Files.createTempFile(directory, FILE, ".new");
            try (var writer = Files.newBufferedWriter(fresh)) {
                properties.store(writer, null);
            }
            Files.move(fresh, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
