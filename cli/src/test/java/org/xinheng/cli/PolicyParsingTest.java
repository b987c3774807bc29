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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParsingTest {

    private static final String DOCUMENT = """
            某信用办〔2020〕3号
            关于某事的任务分工
            各县区：
            现印发给你们。
            某市社会信用体系建设领导小组办公室
            2020年5月6日
            附件1
            某意见任务分工
            一、总则
            2.建立台账。各单位按月登记，2020年年底前完成。（牵头单位：市发改委（市信用办），配合单位：市财政局等）
            二、重点人群
            序号
            重点人群
            牵头单位
            1
            导游
            市文广旅局
            三、保障措施
            一是加强领导。各单位落实人员。
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void aDocumentBecomesOneJsonObject() throws IOException {
        assertThat(run(file(DOCUMENT))).isEqualTo(Exit.DONE);
        assertThat(results())
                .startsWith(
                        "{\"title\":\"关于某事的任务分工\",\"documentNumber\":\"某信用办〔2020〕3号\",\"issuer\":\"某市社会信用体系建设领导小组办公室\",\"issueDate\":\"2020-05-06\",\"tasks\":[{\"number\":\"2\",\"sectionPath\":[\"附件1某意见任务分工\",\"一、总则\"],\"title\":\"建立台账\",\"text\":\"建立台账。各单位按月登记，2020年年底前完成。\",\"units\":[{\"role\":\"LEAD\",\"name\":\"市发改委\",\"alias\":\"市信用办\"},{\"role\":\"COOPERATING\",\"name\":\"市财政局\",\"alias\":null}],\"openEnded\":true,\"deadline\":{\"text\":\"2020年年底前\",\"date\":\"2020-12-31\"},\"remark\":null,\"line\":10}],\"groups\":[{\"number\":\"1\",\"name\":\"导游\",\"leadUnits\":[\"市文广旅局\"]}],\"safeguards\":[{\"number\":\"一是\",\"text\":\"加强领导。各单位落实人员。\"}],")
                .contains("\"paragraphs\":[{\"line\":3,\"text\":\"各县区：\"},", "{\"line\":18,\"text\":\"三、保障措施\"}")
                .endsWith(
                        "\"open\":false,\"message\":\"序号不连续：2.建立台账。各单位按月登记，2020年年底前完成。（牵头单位：市发改委（市信用… · the numbers skip: 2.建立台账。各单位按月登记，2020年年底前完成。（牵头单位：市发改委（市信用…\"}]}\n");
    }

    @Test
    void whatShouldBeLookedAtIsSaidInBothLanguages() throws IOException {
        var file = file("附件\n某市任务分工\n1.建立台账。（责任单位：市发改委）\n2.落实责任。（责任单位：市财政局");

        assertThat(run(file)).isEqualTo(Exit.FINDINGS);
        assertThat(results()).contains("\"name\":\"市财政局\"", "\"kind\":\"UNITS_NOT_CLOSED\"");
        assertThat(talk()).contains("第4行", "没有闭合", "line 4", "is not closed");
    }

    @Test
    void aFileThatIsNoPolicyFailsInBothLanguages() throws IOException {
        assertThat(run(file("名称,代码\n甲,乙\n"))).isEqualTo(Exit.FAILED);
        assertThat(run(file(""))).isEqualTo(Exit.FAILED);
        assertThat(results()).isEmpty();
        assertThat(talk())
                .contains("DOCUMENT_IS_NO_POLICY", "这不像政策文件", "does not look like a policy", "文件是空的", "is empty");
    }

    @Test
    void wrongUseIsAnsweredWithOneLine() throws IOException {
        var file = file(DOCUMENT);

        assertThat(run()).isEqualTo(Exit.WRONG_USE);
        assertThat(run(file, file)).isEqualTo(Exit.WRONG_USE);
        assertThat(run("--json")).isEqualTo(Exit.WRONG_USE);
        assertThat(run(folder.resolve("none.txt").toString())).isEqualTo(Exit.WRONG_USE);
        assertThat(results()).isEmpty();
        assertThat(talk().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).containsAnyOf("FILE", "none.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help policy", "help policy parse", "policy parse --help"})
    void helpSaysWhatIsRead(String line) {
        var exit = Main.run(
                List.of(line.split(" ")),
                new ByteArrayInputStream(new byte[0]),
                output,
                error,
                LocalDate.of(2026, 11, 22));

        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(results()).startsWith("xinheng policy parse FILE\n").contains(".docx");
    }

    @Test
    void aFileInTheNationalCharsetIsReadToo() throws IOException {
        var file = folder.resolve("policy.txt");
        Files.writeString(file, DOCUMENT, Charset.forName("GB18030"));

        assertThat(run(file.toString())).isEqualTo(Exit.DONE);
        assertThat(results()).contains("建立台账");
    }

    private String file(String text) throws IOException {
        var file = folder.resolve("policy.txt");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file.toString();
    }

    private Exit run(String... arguments) {
        var words = new ArrayList<>(List.of("policy", "parse"));
        words.addAll(List.of(arguments));
        return Main.run(words, new ByteArrayInputStream(new byte[0]), output, error, LocalDate.of(2026, 11, 22));
    }

    private String results() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String talk() {
        return error.toString(StandardCharsets.UTF_8);
    }
}
