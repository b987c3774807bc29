package org.xinheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckingTest {

    private static final String HEADER = "行政相对人名称,行政相对人类别,统一社会信用代码,法定代表人,证件类型,证件号码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,"
            + "处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,失信程度\n";
    private static final String AUTHORITY = "常州星云区试验局,11320499MAXH000023,常州星云区试验局,11320499MAXH000023,一般\n";
    private static final String GOOD =
            "常州星禾贸易有限公司,法人及非法人组织,91320499MAXH00002T,林晓禾,,,常市监罚字〔2026〕15号,未公示,未按规定公示。,某条例,罚款,罚款2000元,0.2,2026-02-13,"
                    + AUTHORITY;
    private static final String WRONG_CODE =
            "常州星禾贸易有限公司,法人及非法人组织,91320499MAXH00002X,林晓禾,,,常市监罚字〔2026〕16号,未公示,未按规定公示。,某条例,警告,警告,,2026-02-13,"
                    + AUTHORITY;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void aGoodFileIsDoneWithoutFindings() throws IOException {
        var file = file(HEADER + GOOD, StandardCharsets.UTF_8);

        assertThat(run("--item", "administrative-penalty", "--received", "2026-03-02", file))
                .isEqualTo(Exit.DONE);
        assertThat(results()).isEqualTo("""
                {"rows":1,"accepted":1,"refused":0,"duplicates":0,"late":0,"findings":[]}
                """);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("within this file only");
    }

    @Test
    void findingsNameLineFieldAndRule() throws IOException {
        var file = file(HEADER + GOOD + WRONG_CODE + GOOD, Charset.forName("GB18030"));

        assertThat(run("--item", "administrative-penalty", "--received", "2026-03-03", file))
                .isEqualTo(Exit.FINDINGS);
        assertThat(results())
                .startsWith(
                        "{\"rows\":3,\"accepted\":1,\"refused\":1,\"duplicates\":1,\"late\":1,\"findings\":[{\"line\":2,")
                .contains(
                        "{\"line\":3,\"field\":\"统一社会信用代码\",\"rule\":\"R3\",\"severity\":\"ERROR\",\"value\":\"91320499MAXH00002X\",")
                .contains("{\"line\":4,\"field\":\"行政处罚决定书文号\",\"rule\":\"R8\",\"severity\":\"WARNING\",");
    }

    @Test
    void aFileThatCannotBeReadFailsWithWhatToDo() throws IOException {
        var file = file("名称,代码\n甲,乙\n", StandardCharsets.UTF_8);

        assertThat(run("--item", "administrative-penalty", file)).isEqualTo(Exit.FAILED);
        assertThat(results()).isEmpty();
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("HEADERS_MISSING", "缺少必填的列", "行政相对人名称");
    }

    @Test
    void anUnknownItemOrFileIsWrongUse() throws IOException {
        var file = file(HEADER, StandardCharsets.UTF_8);

        assertThat(run("--item", "penalty", file)).isEqualTo(Exit.WRONG_USE);
        assertThat(run(
                        "--item",
                        "administrative-penalty",
                        folder.resolve("none.csv").toString()))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(run(file)).isEqualTo(Exit.WRONG_USE);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("administrative-licence", "none.csv", "--item");
    }

    private String file(String text, Charset charset) throws IOException {
        var file = folder.resolve("file.csv");
        Files.writeString(file, text, charset);
        return file.toString();
    }

    private Exit run(String... arguments) {
        var words = new ArrayList<>(List.of("file", "check"));
        words.addAll(List.of(arguments));
        return Main.run(words, new ByteArrayInputStream(new byte[0]), output, error, LocalDate.of(2026, 11, 22));
    }

    private String results() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
