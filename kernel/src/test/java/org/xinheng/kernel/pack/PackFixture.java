package org.xinheng.kernel.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small faultless pack of a nation and a city in a folder, in which a test breaks one thing. */
final class PackFixture {

    static final String DOCUMENTS = """
            documents:
              - {id: law, title: 某法, issuer: 全国人大常委会, level: law, in-force-from: 2020-01-01, source: 某法}
              - {id: old-law, title: 旧法, issuer: 全国人大常委会, level: law, in-force-from: 2000-01-01, in-force-until: 2026-03-31, source: 旧法}
              - {id: ministry-rule, title: 部门规章, issuer: 某部, level: department-rule, in-force-from: 2020-01-01, source: 部门规章}
              - {id: notice, title: 某通知, issuer: 某部, level: other-document, in-force-from: 2020-01-01, source: 某通知}
              - {id: jiangsu-regulation, title: 江苏条例, issuer: 江苏人大常委会, level: local-regulation, territory: "320000", in-force-from: 2022-01-01, source: 江苏条例}
              - {id: shenzhen-regulation, title: 深圳条例, issuer: 深圳人大常委会, level: local-regulation, territory: "440300", in-force-from: 2023-01-01, source: 深圳条例}
              - {id: city-notice, title: 城市通知, issuer: 某市, level: other-document, territory: "320400", in-force-from: 2018-01-01, source: 城市通知}
            """;

    static final String ITEM = """
            items:
              - id: penalty
                label: {zh: 行政处罚, en: Administrative penalty}
                kind: penalty
                polarity: negative
                basis: [{document: law, article: 第一条}]
                fields:
                  - {id: name, code: XDR_MC, label: 相对人名称, type: text, required: always, role: subject-name, open: true}
                  - {id: number, code: WSH, label: 文书号, aliases: [决定书文号], type: document-number, required: always, open: true}
                source: 某法
            """;

    static final String LIST = """
            lists:
              - id: grave
                label: 严重失信主体名单
                kind: serious
                origin: determined-here
                nationwide: true
                owner: market-regulator
                field: health-and-life
                targets: [enterprise]
                basis: [{document: ministry-rule, article: 第二条}]
                evidence: [penalty]
                term: P3Y
                entry: 列入条件
                exit: 移出条件
                remedy: 救济途径
                procedure: {statement-days: 5, legal-review: true}
                source: 部门规章
            """;

    static final String MEASURE = """
            measures:
              - id: no-bids
                label: 限制投标
                instruction: 核对后依法限制其投标。
                kind: restraint
                nature: mandatory
                family: administrative
                lists: [grave]
                matters: [bidding]
                targets: [enterprise]
                executors: [housing]
                basis: [{document: law, article: 第三条}]
                feedback-days: 5
                source: 某法
            """;

    private static final String AGENCIES = """
            agencies:
              - {id: market-regulator, label: 市场监管局, division: "320400", level: city, source: 城市通知}
              - {id: housing, label: 住建局, division: "320400", level: city, source: 城市通知}
              - {id: association, label: 某协会, division: "320400", level: city, guest: true, source: 城市通知}
              - {id: airport, label: 外地单位, division: "310000", level: province, source: 城市通知}
            """;

    private static final String MATTERS = """
            matters:
              - {id: bidding, label: 招标投标, agencies: [housing], checked-within-days: 30, competitive: true, basis: [{document: law, article: 第四条}], source: 某法}
              - {id: approval, label: 行政审批, agencies: [housing], checked-within-days: 30, basis: [{document: law, article: 第五条}], source: 某法}
            """;

    static final String CITY = """
            id: city
            label: {zh: 某市, en: A city}
            above: national
            version: "2026.2"
            effective: 2026-07-01
            division: "320400"
            portal-name: 信用某市
            settings: {reminder-days: 3}
            """;

    private final Path packs;

    PackFixture(Path packs) {
        this.packs = packs;
        write("national/pack.yaml", """
                id: national
                label: 全国
                version: "2026.1"
                effective: 2026-04-01
                division: "000000"
                """);
        write("city/pack.yaml", CITY);
        write("national/documents/all.yaml", DOCUMENTS);
        write("national/catalogue/penalty.yaml", ITEM);
        write("national/lists/grave.yaml", LIST);
        write("national/measures/no-bids.yaml", MEASURE);
        write("national/matters/all.yaml", MATTERS);
        write("city/agencies/all.yaml", AGENCIES);
    }

    Path path() {
        return packs;
    }

    PackFixture write(String file, String text) {
        try {
            var path = packs.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The measure with one text of it exchanged, as a file of the nation's layer. */
    PackFixture measure(String was, String is) {
        return exchanged("national/measures/no-bids.yaml", MEASURE, was, is);
    }

    PackFixture list(String was, String is) {
        return exchanged("national/lists/grave.yaml", LIST, was, is);
    }

    PackFixture item(String was, String is) {
        return exchanged("national/catalogue/penalty.yaml", ITEM, was, is);
    }

    PackFixture exchanged(String file, String text, String was, String is) {
        if (!text.contains(was)) {
            throw new IllegalArgumentException("'" + was + "' does not stand in " + file);
        }
        return write(file, text.replace(was, is));
    }

    List<String> faults() {
        return PackLint.lint(packs).stream().map(Fault::toString).toList();
    }
}
