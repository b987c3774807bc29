package org.xinheng.kernel.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fictional penalty without a fault, in which a test changes what it is about. */
final class Penalty {

    static final String COMPANY_CODE = "91320499MAXH00002T";
    /** A citizen's number of the fictional division 320499, born 1990-01-01; its check character is right. */
    static final String ADULT = withCheck("32049919900101001");

    static final String MINOR = withCheck("32049920100301002");

    private final Map<String, String> cells = new LinkedHashMap<>();

    private Penalty() {
        set("行政相对人名称", "常州星禾贸易有限公司");
        set("行政相对人类别", "法人及非法人组织");
        set("统一社会信用代码", COMPANY_CODE);
        set("法定代表人", "林晓禾");
        set("证件类型", "");
        set("证件号码", "");
        set("行政处罚决定书文号", "常市监罚字〔2026〕15号");
        set("违法行为类型", "未按规定公示");
        set("违法事实", "当事人未按规定公示年度报告。");
        set("处罚依据", "《企业信息公示暂行条例》第十八条");
        set("处罚类别", "罚款");
        set("处罚内容", "罚款2000元。");
        set("罚款金额(万元)", "0.2");
        set("处罚决定日期", "2026-02-13");
        set("处罚机关", "常州星云区试验局");
        set("处罚机关统一社会信用代码", publicBody());
        set("数据来源单位", "常州星云区试验局");
        set("数据来源单位统一社会信用代码", publicBody());
        set("失信程度", "一般");
        set("备注", "");
    }

    static Penalty ofACompany() {
        return new Penalty();
    }

    static Penalty ofAPerson() {
        return new Penalty()
                .set("行政相对人名称", "周明远")
                .set("行政相对人类别", "自然人")
                .set("统一社会信用代码", "")
                .set("法定代表人", "")
                .set("证件类型", "身份证")
                .set("证件号码", ADULT);
    }

    static Penalty ofASoleTrader() {
        return new Penalty()
                .set("行政相对人名称", "星云区周明远小吃店")
                .set("行政相对人类别", "个体工商户")
                .set("统一社会信用代码", soleTrader())
                .set("法定代表人", "周明远");
    }

    Penalty set(String column, String value) {
        cells.put(column, value);
        return this;
    }

    Penalty without(String column) {
        cells.remove(column);
        return this;
    }

    List<String> columns() {
        return List.copyOf(cells.keySet());
    }

    List<String> cells() {
        return List.copyOf(cells.values());
    }

    static String csv(Penalty... rows) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", rows[0].columns()));
        for (var row : rows) {
            lines.add(String.join(",", row.cells().stream().map(Penalty::quoted).toList()));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    static String publicBody() {
        return creditCode("11320499MAXH00003");
    }

    static String soleTrader() {
        return creditCode("92320499MAXH00004");
    }

    /** The credit code with its check character (GB 32100), computed here to be independent of the code under test. */
    private static String creditCode(String seventeen) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + alphabet.charAt((31 - sum % 31) % 31);
    }

    private static String withCheck(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 16; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += weight * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
