package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.platform.intake.Sender.Answer;
import tools.jackson.databind.JsonNode;

/**
 * The largest files of the contract go through a platform with a heap of 512 MB. At full size as a soak, a small part of it
 * otherwise.
 */
class LargeFilesTest {

    private static final String PENALTY = "administrative-penalty";
    private static final boolean SOAK = Boolean.getBoolean("xinheng.soak");
    private static final long CSV = SOAK ? 1L << 30 : 3L << 20;
    private static final int WORKBOOK = SOAK ? 50 << 20 : 300_000;

    /** Decisions of their own, beyond the millions of the text: one that is in already would be a duplicate. */
    private static final int WORKBOOKS_FIRST = 4_000_000;

    private static final int FAULTS_FIRST = 5_000_000;

    @TempDir
    static Path folder;

    private static Process server;
    private static String base;
    private static Sender sender;

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseG1GC",
                        "-XX:G1HeapRegionSize=4m",
                        "-XX:+ExitOnOutOfMemoryError",
                        // Three megabytes are in before the second compiler pays.
                        "-XX:TieredStopAtLevel=" + (SOAK ? 4 : 1),
                        "-Dfile.encoding=UTF-8",
                        "-Dxinheng.home=" + System.getProperty("xinheng.home", ".."),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeFileServer.class.getName(),
                        folder.toString()))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        var line = server.inputReader().readLine();
        while (line != null && !line.contains(" Bearer ")) {
            line = server.inputReader().readLine();
        }
        assertThat(line).as(Files.readString(folder.resolve("errors"))).isNotNull();
        int port = Integer.parseInt(line.substring(0, line.indexOf(' ')));
        base = "http://localhost:" + port;
        sender = new Sender(port, line.substring(line.indexOf(' ') + 1));
    }

    private static void renewToken() throws IOException {
        server.outputWriter().write('\n');
        server.outputWriter().flush();
        var line = server.inputReader().readLine();
        while (!line.startsWith("Bearer ")) {
            line = server.inputReader().readLine();
        }
        sender = new Sender(URI.create(base).getPort(), line);
    }

    @AfterAll
    static void stop() throws Exception {
        server.outputWriter().close();
        server.waitFor();
    }

    @Test
    void aTextOfTheLargestSizeIsTakenIn() throws Exception {
        var rows = new Rows(CSV - (1 << 12));
        renewToken();

        var standing = whenDone(upload(rows));

        assertThat(standing.get("accepted").asInt()).isEqualTo(rows.count);
        report("CSV", rows.size, rows.count);
    }

    @Test
    void aTextBeyondTheLargestSizeIsRefused() throws Exception {
        if (SOAK) {
            renewToken();
            var answer = upload(new Rows((1L << 30) + (1 << 20)));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(sender.json(answer).get("code").asString()).isEqualTo("FILE_TOO_LARGE");
        }
    }

    @Test
    void aWorkbookOfTheLargestSizeIsTakenIn() throws Exception {
        var workbook = workbook(WORKBOOK);
        assertThat(workbook.bytes.length).isBetween(SOAK ? 50_000_000 : WORKBOOK / 10 * 8, WORKBOOK);

        var standing = whenDone(sender.upload(PENALTY, "large.xlsx", workbook.bytes));

        assertThat(standing.get("accepted").asInt()).isEqualTo(workbook.rows);
        report("XLSX", workbook.bytes.length, workbook.rows);
    }

    /** Each row wrong: the findings and the file to mend are larger than what was sent. */
    @Test
    void aFileOfNothingButFaultsComesBackWhole() throws Exception {
        int count = SOAK ? 150_000 : 1_000;
        var table = new ArrayList<Map<String, String>>();
        for (int i = 0; i < count; i++) {
            table.add(Tables.with(row(FAULTS_FIRST + i), "处罚决定日期", "昨天"));
        }

        var standing = whenDone(sender.upload(PENALTY, "wrong.csv", Tables.csv(StandardCharsets.UTF_8, table)));

        assertThat(standing.get("refused").asInt()).isEqualTo(count);
        var corrected = sender.get("/api/v1/submissions/" + standing.get("id").asString() + "/corrected.xlsx");
        var rows = Archives.part(corrected.bytes(), "xl/worksheets/sheet1.xml");
        assertThat(rows).contains("<row r=\"" + (count + 1) + "\"");
        report("faults", corrected.bytes().length, count);
    }

    private static JsonNode whenDone(Answer accepted) throws IOException, InterruptedException {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        for (int asked = 1; ; asked++) {
            assertThat(server.isAlive()).isTrue();
            if (asked % 600 == 0) {
                renewToken();
            }
            var standing = sender.json(sender.get(accepted.header("location")));
            if (!List.of("RECEIVED", "CHECKING").contains(standing.get("state").asString())) {
                return standing;
            }
            Thread.sleep(500);
        }
    }

    private static void report(String what, long bytes, int rows) throws IOException {
        var status = Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status"));
        var peak = status.stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        System.out.println(what + " " + bytes + " bytes, " + rows + " rows, server's peak " + peak);
    }

    private static Map<String, String> row(int i) {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1).toString();
        return Tables.penalty(i % 10_000, "常市监罚字〔2026〕" + (1_000_000 + i) + "号", day);
    }

    private static byte[] csv(int i) {
        var table = new String(Tables.csv(StandardCharsets.UTF_8, List.of(row(i))), StandardCharsets.UTF_8);
        return table.substring(table.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }

    private static Answer upload(Rows rows) throws Exception {
        var start = ("--large\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + PENALTY
                + "\r\n--large\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\n");
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(
                        new SequenceInputStream(rows),
                        new ByteArrayInputStream("\r\n--large--\r\n".getBytes(StandardCharsets.UTF_8))));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/submissions"))
                            .header("Authorization", sender.bearer())
                            .header("Content-Type", "multipart/form-data; boundary=large")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        }
    }

    /** Header and rows until a size is reached, made as they are sent. */
    private static final class Rows implements Enumeration<InputStream> {

        private final long limit;
        private long size;
        private int count;

        Rows(long limit) {
            this.limit = limit;
        }

        @Override
        public boolean hasMoreElements() {
            return size < limit;
        }

        @Override
        public InputStream nextElement() {
            var piece = new ByteArrayOutputStream();
            if (size == 0) {
                var table = new String(Tables.csv(StandardCharsets.UTF_8, List.of(row(0))), StandardCharsets.UTF_8);
                piece.writeBytes(table.substring(0, table.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
            }
            while (piece.size() < 1 << 16 && size + piece.size() < limit) {
                piece.writeBytes(csv(count++));
            }
            size += piece.size();
            return new ByteArrayInputStream(piece.toByteArray());
        }
    }

    private record Made(byte[] bytes, int rows) {}

    /** Shared texts, as Excel writes them, until the packed size is nearly reached. */
    private static Made workbook(int size) throws IOException {
        // The more rows, the better they pack: a short sample would end far below the size.
        int sample = SOAK ? 100_000 : 2_000;
        double perRow = (double) packed(sample).bytes.length / sample;
        return packed(Math.min(1_000_000, (int) (size * 0.98 / perRow)));
    }

    private static Made packed(int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("数据");
            var columns = List.copyOf(row(0).keySet());
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
            }
            for (int i = 0; i < rows; i++) {
                var cells = List.copyOf(row(WORKBOOKS_FIRST + i).values());
                for (int c = 0; c < cells.size(); c++) {
                    if (!cells.get(c).isEmpty()) {
                        sheet.value(i + 1, c, cells.get(c));
                    }
                }
                if (i % 1_000 == 999) {
                    sheet.flush();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Made(bytes.toByteArray(), rows);
    }
}
