package org.xinheng.e2e;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.demo.population.FictionalCodes;

/**
 * A penalty file as the market regulator would export it: fictional organisations, one row in a hundred wrong in one of
 * four ways, one in fifty without a class, one in forty late, and two natural persons.
 */
final class PenaltyFile {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final String FIRST_PERSON = FictionalCodes.person(LocalDate.of(1985, 5, 5), 321);
    static final String SECOND_PERSON = FictionalCodes.person(LocalDate.of(1990, 2, 28), 322);

    private static final int WRONG_EVERY = 100;

    private final int rows;
    private final LocalDate today;
    private final int firstNumber;
    private final String authority;

    /** @param firstNumber keeps the document numbers of two files apart */
    PenaltyFile(int rows, LocalDate today, int firstNumber, String authority) {
        this.authority = authority;
        this.rows = rows;
        this.today = today;
        this.firstNumber = firstNumber;
    }

    int wrongRows() {
        return rows / WRONG_EVERY;
    }

    /** Credit code of the organisation in row {@code i}, from 0. */
    String codeOf(int i) {
        return FictionalCodes.organisation("91", 200_000 + firstNumber + i);
    }

    /** Document number of row {@code i}, from 0, of a decision of this year. */
    String documentOf(int i) {
        return "E" + (firstNumber + i) + "号";
    }

    byte[] gb18030() {
        var lines = new ArrayList<String>();
        var table = rows();
        lines.add(String.join(",", table.getFirst().keySet()));
        table.forEach(
                row -> lines.add(row.values().stream().map(PenaltyFile::quoted).collect(Collectors.joining(","))));
        return String.join("\r\n", lines).getBytes(GB18030);
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? '"' + cell + '"' : cell;
    }

    private List<Map<String, String>> rows() {
        var all = new ArrayList<Map<String, String>>(rows);
        for (int i = 0; i < rows; i++) {
            var row = row(i);
            if (i % WRONG_EVERY == WRONG_EVERY - 1) {
                spoil(row, i / WRONG_EVERY % 4);
            }
            all.add(row);
        }
        return all;
    }

    private Map<String, String> row(int i) {
        int number = firstNumber + i;
        var decided = i % 40 == 7 ? today.minusDays(40) : today.minusDays(2);
        var row = new LinkedHashMap<String, String>();
        row.put("行政相对人名称", "虚拟商行" + number + "有限公司");
        row.put("行政相对人类别", "法人及非法人组织");
        row.put("统一社会信用代码", codeOf(i));
        row.put("法定代表人", "林小满");
        row.put("证件类型", "");
        row.put("证件号码", "");
        row.put("行政处罚决定书文号", "常市监处罚〔" + decided.getYear() + "〕" + documentOf(i));
        row.put("违法行为类型", "虚假宣传");
        row.put("违法事实", "对商品的性能作引人误解的商业宣传");
        row.put("处罚依据", "《中华人民共和国反不正当竞争法》第二十条");
        row.put("处罚类别", "罚款");
        row.put("处罚内容", "罚款2000元");
        row.put("罚款金额(万元)", "0.2");
        row.put("处罚决定日期", decided.toString());
        row.put("处罚机关", authority);
        row.put("处罚机关统一社会信用代码", FictionalCodes.organisation("11", 1));
        row.put("数据来源单位", authority);
        row.put("数据来源单位代码", FictionalCodes.organisation("11", 1));
        row.put("失信程度", i % 50 == 3 ? "" : "一般");
        row.put("是否公开", "是");
        if (i < 2) {
            row.put("行政相对人名称", i == 0 ? "林晓岚" : "周牧野");
            row.put("行政相对人类别", "自然人");
            row.put("统一社会信用代码", "");
            row.put("法定代表人", "");
            row.put("证件类型", "身份证");
            row.put("证件号码", i == 0 ? FIRST_PERSON : SECOND_PERSON);
            row.put("违法事实", "无照经营，经营者证件号码" + row.get("证件号码"));
        }
        return row;
    }

    private void spoil(Map<String, String> row, int way) {
        switch (way) {
            case 0 ->
                row.computeIfPresent("统一社会信用代码", (_, code) -> code.substring(0, 17) + (code.endsWith("1") ? "2" : "1"));
            case 1 -> row.put("处罚决定日期", today.plusDays(30).toString());
            case 2 -> row.put("违法事实", "无");
            default -> row.put("罚款金额(万元)", "");
        }
    }
}
