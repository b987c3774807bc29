package org.xinheng.demo.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Rows of the catalogue's items as agencies would write them, cells by field id. Each is drawn from the seed and its own
 * document number alone.
 *
 * @param names what the agencies are called in this city, by id
 */
record Rows(long seed, Map<String, String> names) {

    /** A class (失信程度) of untrustworthiness as the column has it; none is a row that is kept and not published. */
    enum Severity {
        NONE(""),
        MINOR("轻微"),
        GENERAL("一般"),
        SERIOUS("严重");

        private final String word;

        Severity(String word) {
            this.word = word;
        }
    }

    private record Licence(String document, String category, String content) {}

    private record Violation(String type, String facts, String basis) {}

    private static final List<Licence> LICENCES = List.of(
            new Licence("营业执照登记通知书", "登记", "准予设立登记"),
            new Licence("食品经营许可决定书", "普通", "准予食品经营许可，主体业态按申请核定"),
            new Licence("建筑业企业资质核准书", "认可", "核准建筑业企业资质，等级按申请核定"),
            new Licence("排污许可决定书", "普通", "准予排污许可，排放口和许可排放量见副本"),
            new Licence("特种设备使用登记决定书", "登记", "准予特种设备使用登记"),
            new Licence("城镇污水排入排水管网许可决定书", "普通", "准予将污水排入城镇排水管网"));

    private static final List<Licence> PERSONS_LICENCES =
            List.of(new Licence("执业资格注册决定书", "认可", "准予执业资格注册"), new Licence("特种作业操作资格决定书", "认可", "准予取得特种作业操作资格"));

    private static final Map<Reporter, List<Violation>> VIOLATIONS = Map.of(
            Reporter.MARKET_REGULATOR,
                    List.of(
                            new Violation("产品质量违法", "销售的产品经抽样检验不合格。", "《中华人民共和国产品质量法》"),
                            new Violation("广告违法", "在经营场所发布的广告内容与实际不符。", "《中华人民共和国广告法》"),
                            new Violation("食品安全违法", "经营标签不符合规定的预包装食品。", "《中华人民共和国食品安全法》")),
            Reporter.HOUSING,
                    List.of(
                            new Violation("工程质量违法", "未按照工程设计图纸施工。", "《建设工程质量管理条例》"),
                            new Violation("施工安全违法", "施工现场未按规定设置防护设施。", "《建设工程安全生产管理条例》")),
            Reporter.TAX, List.of(new Violation("未按期申报", "未按照规定的期限办理纳税申报。", "《中华人民共和国税收征收管理法》")),
            Reporter.ECOLOGY, List.of(new Violation("大气污染违法", "未按规定使用污染防治设施。", "《中华人民共和国大气污染防治法》")),
            Reporter.EMERGENCY, List.of(new Violation("安全生产违法", "未如实记录安全生产教育和培训情况。", "《中华人民共和国安全生产法》")));

    private SplittableRandom random(String number) {
        return new SplittableRandom(seed * 31 + number.hashCode());
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Map<String, String> begin(Party party, Reporter reporter, String number, LocalDate decided) {
        var cells = new LinkedHashMap<>(party.cells());
        cells.put("documentNumber", number);
        cells.put("decidedOn", decided.toString());
        cells.put("authorityName", names.getOrDefault(reporter.agency(), reporter.agency()));
        cells.put("authorityCode", reporter.code());
        cells.put("sourceName", names.getOrDefault(reporter.agency(), reporter.agency()));
        cells.put("sourceCode", reporter.code());
        return cells;
    }

    static String number(Reporter reporter, String kind, LocalDate decided, long count) {
        return reporter.sign() + kind + "〔" + decided.getYear() + "〕" + count + "号";
    }

    Map<String, String> licence(Party party, LocalDate decided, long count) {
        var number = number(Reporter.APPROVAL, "许", decided, count);
        var random = random(number);
        var licence = pick(party instanceof Party.Citizen ? PERSONS_LICENCES : LICENCES, random);
        var cells = begin(party, Reporter.APPROVAL, number, decided);
        cells.put("documentName", licence.document());
        cells.put("licenceCategory", licence.category());
        cells.put("certificateName", licence.document().replace("决定书", "证").replace("通知书", "证"));
        cells.put("certificateNumber", "XK" + decided.getYear() + "%08d".formatted(count));
        cells.put("licenceContent", licence.content());
        cells.put("validFrom", decided.toString());
        cells.put(
                "validUntil",
                licence.category().equals("登记")
                        ? "2099-12-31"
                        : decided.plusYears(3 + random.nextInt(3)).minusDays(1).toString());
        cells.put("status", "有效");
        return cells;
    }

    Map<String, String> penalty(Party party, Reporter reporter, Severity severity, LocalDate decided, long count) {
        var number = number(reporter, "罚", decided, count);
        var random = random(number);
        var violation = pick(VIOLATIONS.getOrDefault(reporter, List.of()), random);
        var yuan = BigDecimal.valueOf(
                switch (severity) {
                    case SERIOUS -> 200_000 + 10_000L * random.nextInt(30);
                    case GENERAL -> 10_000 + 1_000L * random.nextInt(50);
                    case MINOR, NONE -> 500 + 100L * random.nextInt(40);
                });
        var cells = begin(party, reporter, number, decided);
        cells.put("violationType", violation.type());
        cells.put("violationFacts", violation.facts());
        cells.put("penaltyBasis", violation.basis());
        cells.put("penaltyCategories", severity == Severity.MINOR ? "警告;罚款" : "罚款");
        cells.put("penaltyContent", "罚款" + yuan.toPlainString() + "元。");
        cells.put("fineTenThousand", yuan.movePointLeft(4).stripTrailingZeros().toPlainString());
        cells.put("conductOn", decided.minusDays(20 + random.nextInt(60)).toString());
        cells.put("severity", severity.word);
        boolean shown = party instanceof Party.Organisation organisation
                && !organisation.soleTrader()
                && severity != Severity.MINOR;
        cells.put("public", shown ? "是" : "否");
        cells.put("repairNoticeServedOn", decided.plusDays(1).toString());
        return cells;
    }

    Map<String, String> honour(Party party, LocalDate decided, long count) {
        var cells = begin(party, Reporter.CREDIT_OFFICE, number(Reporter.CREDIT_OFFICE, "表", decided, count), decided);
        cells.put("honourName", "诚信经营示范单位");
        cells.put("honourContent", "诚信经营，履行承诺。");
        cells.put("validUntil", decided.plusYears(2).minusDays(1).toString());
        return cells;
    }

    Map<String, String> commitment(Party party, LocalDate decided, long count) {
        var number = number(Reporter.APPROVAL, "诺", decided, count);
        var random = random(number);
        var cells = begin(party, Reporter.APPROVAL, number, decided);
        cells.put("commitmentType", pick(List.of("审批替代型", "主动公示型", "证明事项告知承诺"), random));
        cells.put("commitmentMatter", "办理行政审批事项");
        cells.put("commitmentContent", "所提交的材料真实、合法、有效，按期补齐容缺材料。");
        cells.put("liability", "违背承诺的，撤销许可并依法承担责任。");
        cells.put("performance", pick(List.of("未到期", "履行中", "已履行", "已履行", "未履行"), random));
        return cells;
    }

    Map<String, String> certified(Party party, LocalDate decided, long count) {
        var cells = begin(party, Reporter.CUSTOMS, number(Reporter.CUSTOMS, "认", decided, count), decided);
        cells.put("list", "海关高级认证企业");
        cells.put("factSummary", "经认证符合高级认证企业标准。");
        return cells;
    }

    /** @param served whether the court attests that its decision was served */
    Map<String, String> defaulter(Party party, LocalDate decided, boolean served, long count) {
        var number = "〔" + decided.getYear() + "〕衡执" + count + "号";
        var cells = begin(party, Reporter.COURT, number, decided);
        cells.put("list", "失信被执行人名单");
        cells.put("factSummary", "有履行能力而拒不履行生效法律文书确定的义务。");
        cells.put("determinationBasis", "最高人民法院关于公布失信被执行人名单信息的若干规定第一条");
        cells.put("conductOn", decided.minusDays(30).toString());
        cells.put("servedOn", served ? decided.plusDays(2).toString() : "");
        cells.put("validUntil", decided.plusYears(2).minusDays(1).toString());
        cells.put("exitConditions", "履行完毕、达成和解并履行完毕，或者期限届满。");
        cells.put("remedies", "可以向执行法院申请纠正。");
        return cells;
    }

    /** The same row with a fault a clerk might make; it is refused on its way in. */
    Map<String, String> spoilt(Map<String, String> row, LocalDate received) {
        var cells = new LinkedHashMap<>(row);
        switch (random(row.getOrDefault("documentNumber", "")).nextInt(3)) {
            case 0 -> cells.put("decidedOn", received.plusDays(30).toString());
            case 1 -> cells.put("documentNumber", "无");
            default -> cells.put("counterpartyName", "");
        }
        return cells;
    }
}
