package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;

class TemplateFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "administrative-licence",
                "administrative-penalty",
                "incentive-list-entry",
                "serious-list-entry",
                "honour",
                "credit-commitment",
                "decision-revocation"
            })
    void everyFieldHasItsColumnAndItsExplanation(String id) throws IOException {
        var item = Catalogue.item(id);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template(id, List.of())))) {
            var labels = item.fields().stream().map(field -> field.label().zh()).toList();
            assertThat(workbook.getFirstSheet().read().getFirst().stream().map(Cell::getText))
                    .containsExactlyElementsOf(labels);
            assertThat(workbook.getSheet(1).orElseThrow().read().stream()
                            .skip(1)
                            .map(row -> row.getCellText(0)))
                    .containsExactlyElementsOf(labels);
        }
    }

    @Test
    void fieldsOfFewWordsHaveDropDownsThatPointAtTheirWords() throws IOException {
        var item = Catalogue.item("serious-list-entry");
        var template = template("serious-list-entry", List.of("失信被执行人名单", "拖欠农民工工资失信联合惩戒对象名单"));

        var parts = parts(template);
        var table = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        long choices = item.fields().stream()
                .filter(field ->
                        field.type() == FieldType.CHOICE && !field.values().isEmpty()
                                || field.type() == FieldType.ID_TYPE
                                || field.role() == FieldRole.LIST)
                .count();
        assertThat(choices).isGreaterThanOrEqualTo(3);
        assertThat(table.split("<dataValidation ", -1)).hasSize((int) choices + 1);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertThat(workbook.getSheet(2).orElseThrow().read().get(1).stream()
                            .filter(Objects::nonNull)
                            .map(Cell::getText))
                    .contains("失信被执行人名单", "法人及非法人组织", "身份证");
        }
    }

    @Test
    void anEmptyTemplateSentInIsAnEmptyFileAndNoFault() throws IOException {
        var bytes = template("administrative-penalty", List.of());

        var counts = FileCheck.check(
                () -> new ByteArrayInputStream(bytes),
                Catalogue.item("administrative-penalty"),
                WorkingCalendar.published(),
                LocalDate.parse("2026-11-23"),
                row -> {});

        assertThat(counts.rows()).isZero();
    }

    private static byte[] template(String id, List<String> lists) throws IOException {
        var out = new ByteArrayOutputStream();
        TemplateFile.write(out, Catalogue.item(id), lists);
        return out.toByteArray();
    }

    private Map<String, String> parts(byte[] workbook) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(
                Files.write(folder.resolve("template.xlsx"), workbook).toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var content = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }
}
