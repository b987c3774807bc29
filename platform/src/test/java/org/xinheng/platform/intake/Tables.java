package org.xinheng.platform.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.xinheng.platform.Synthetic;

/** Fictional rows by column name, and the files a department would make of them. */
final class Tables {

    static final String AUTHORITY = "常州市市场监督管理局";

    private Tables() {}

    /** A penalty of a fine, a row without fault. */
    static Map<String, String> penalty(int organisation, String documentNumber, String decidedOn) {
        var row = new LinkedHashMap<String, String>();
        row.put("行政相对人名称", "天蚕七四三商贸" + organisation + "有限公司");
        row.put("行政相对人类别", "法人及非法人组织");
        row.put("统一社会信用代码", Synthetic.organisation(organisation));
        row.put("法定代表人", "林小满");
        row.put("法定代表人证件类型", "");
        row.put("法定代表人证件号码", "");
        row.put("证件类型", "");
        row.put("证件号码", "");
        row.put("行政处罚决定书文号", documentNumber);
        row.put("违法行为类型", "虚假宣传");
        row.put("违法事实", "对商品的性能作引人误解的商业宣传");
        row.put("处罚依据", "《中华人民共和国反不正当竞争法》第二十条");
        row.put("处罚类别", "罚款");
        row.put("处罚内容", "罚款2000元");
        row.put("罚款金额(万元)", "0.2");
        row.put("违法行为发生日期", "2026-10-01");
        row.put("处罚决定日期", decidedOn);
        row.put("处罚机关", AUTHORITY);
        row.put("处罚机关统一社会信用代码", Synthetic.publicBody(1));
        row.put("数据来源单位", AUTHORITY);
        row.put("数据来源单位代码", Synthetic.publicBody(1));
        row.put("失信程度", "一般");
        row.put("是否公开", "是");
        row.put("公开依据", "");
        row.put("备注", "");
        return row;
    }

    /** A penalty of a natural person. */
    static Map<String, String> personsPenalty(String idNumber, String name, String documentNumber, String decidedOn) {
        var row = penalty(0, documentNumber, decidedOn);
        row.put("行政相对人名称", name);
        row.put("行政相对人类别", "自然人");
        row.put("统一社会信用代码", "");
        row.put("法定代表人", "");
        row.put("证件类型", "身份证");
        row.put("证件号码", idNumber);
        return row;
    }

    static Map<String, String> revocation(Map<String, String> penalty, String documentNumber, String decidedOn) {
        var row = new LinkedHashMap<String, String>();
        for (var column : List.of("行政相对人名称", "行政相对人类别", "统一社会信用代码", "法定代表人", "证件类型", "证件号码")) {
            row.put(column, penalty.getOrDefault(column, ""));
        }
        row.put("原信息类别", "行政处罚");
        row.put("原决定书文号", penalty.get("行政处罚决定书文号"));
        row.put("撤销决定书文号", documentNumber);
        row.put("撤销类型", "撤销");
        row.put("撤销理由", "行政复议决定撤销");
        row.put("撤销决定日期", decidedOn);
        row.put("撤销机关", AUTHORITY);
        row.put("撤销机关代码", Synthetic.publicBody(1));
        return row;
    }

    static Map<String, String> entry(int organisation, String list, String documentNumber, String decidedOn) {
        var row = new LinkedHashMap<String, String>();
        row.put("行政相对人名称", "天蚕七四三商贸" + organisation + "有限公司");
        row.put("行政相对人类别", "法人及非法人组织");
        row.put("统一社会信用代码", Synthetic.organisation(organisation));
        row.put("名单名称", list);
        row.put("认定文号", documentNumber);
        row.put("失信行为简况", "有履行能力而拒不履行生效法律文书确定的义务");
        row.put("认定依据", "《中华人民共和国民事诉讼法》");
        row.put("认定日期", decidedOn);
        row.put("送达日期", decidedOn);
        row.put("认定单位", "常州市中级人民法院");
        row.put("认定单位统一社会信用代码", Synthetic.publicBody(2));
        return row;
    }

    /** The source takes the entry off its list from that day. */
    static Map<String, String> removal(Map<String, String> entry, String documentNumber, String removedOn) {
        var row = revocation(entry, documentNumber, removedOn);
        row.put("原信息类别", "严重失信主体名单列入");
        row.put("原决定书文号", entry.get("认定文号"));
        row.put("撤销类型", "移出");
        row.put("撤销理由", "已履行完毕");
        row.put("撤销机关", entry.get("认定单位"));
        row.put("撤销机关代码", entry.get("认定单位统一社会信用代码"));
        return row;
    }

    static Map<String, String> with(Map<String, String> row, String column, String value) {
        var changed = new LinkedHashMap<>(row);
        changed.put(column, value);
        return changed;
    }

    static byte[] csv(Charset charset, List<Map<String, String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, charset))) {
            csv.writeRecord(rows.getFirst().keySet());
            rows.forEach(row -> csv.writeRecord(row.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] workbook(List<Map<String, String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("数据");
            var columns = List.copyOf(rows.getFirst().keySet());
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
                for (int j = 0; j < rows.size(); j++) {
                    sheet.value(j + 1, i, rows.get(j).get(columns.get(i)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
