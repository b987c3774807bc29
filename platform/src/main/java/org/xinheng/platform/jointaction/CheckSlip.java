package org.xinheng.platform.jointaction;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.packs.Packs;

/**
 * The numbered result slip of a check (核查结果单): what was asked, when, by whom, what applies and on what basis. It shows
 * what stands in the log, so it is the same whenever it is printed; the code on it names slip and check.
 */
@Component
public class CheckSlip {

    private static final int CODE_SIZE = 440;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Packs packs;
    private final SpringTemplateEngine templates;
    private final SlipFont font;
    private final FSDefaultCacheStore fontMetrics = new FSDefaultCacheStore();

    CheckSlip(Packs packs, SpringTemplateEngine templates, SlipFont font) {
        this.packs = packs;
        this.templates = templates;
        this.font = font;
    }

    /** Such as CZ-2026-000123. */
    public String number(LoggedCheck check) {
        return number(check, rules(check));
    }

    private static String number(LoggedCheck check, Pack rules) {
        return "%s-%d-%06d".formatted(prefix(rules), check.year(), check.number());
    }

    private static String prefix(Pack rules) {
        var city = rules.layers().getLast().id();
        return rules.settings().getOrDefault("slip-prefix", city.substring(0, 2).toUpperCase(Locale.ROOT));
    }

    private Pack rules(LoggedCheck check) {
        return packs.inForce(new AsOf(check.askedOn(), check.knownAt()));
    }

    /** What the code on the slip holds: the slip's number and where the check is looked up. */
    static String verification(String number, LoggedCheck check) {
        return "XINHENG %s /console/checks/%s".formatted(number, check.id());
    }

    /** The slip as a PDF. */
    public byte[] pdf(LoggedCheck check) {
        return pdf(List.of(check), null);
    }

    /** The number of a list of names, such as CZ-2026-L000012. */
    public String number(NameList list) {
        var rules = packs.today();
        return "%s-%d-L%06d".formatted(prefix(rules), list.year(), list.number());
    }

    /** All slips of a list of names in one PDF, after a page that sums up. */
    public byte[] pdf(NameList list, List<LoggedCheck> checks) {
        var rules = packs.today();
        var content = list.content();
        if (content == null) {
            throw new CreditException(JointActionError.CHECK_NOT_FOUND, list.id());
        }
        var agency = rules.agencies().get(list.agency().value());
        var matter = rules.matters().get(list.matter().value());
        Map<String, Object> cover = new HashMap<>();
        cover.put("number", number(list));
        cover.put("city", rules.layers().getLast().label().zh());
        cover.put("list", list);
        cover.put("content", content);
        cover.put(
                "agency",
                agency == null ? list.agency().value() : agency.label().zh());
        cover.put(
                "matter",
                matter == null ? list.matter().value() : matter.label().zh());
        cover.put("askedAt", moment(list.askedAt()));
        return pdf(checks, cover);
    }

    private byte[] pdf(List<LoggedCheck> checks, @Nullable Map<String, Object> cover) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("cover", cover);
        shown.put("slips", checks.stream().map(this::shown).toList());
        shown.put("title", cover != null ? cover.get("number") : number(checks.getFirst()));
        return render(templates.process("slip", new Context(Locale.SIMPLIFIED_CHINESE, shown)));
    }

    private Map<String, Object> shown(LoggedCheck check) {
        var content = check.content();
        if (content == null) {
            throw new CreditException(JointActionError.CHECK_NOT_FOUND, check.id());
        }
        var rules = rules(check);
        var number = number(check, rules);
        var agency = rules.agencies().get(check.agency().value());
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", number);
        shown.put("city", rules.layers().getLast().label().zh());
        shown.put("check", check);
        shown.put("content", content);
        shown.put("answer", content.answer());
        shown.put(
                "agency",
                agency == null ? check.agency().value() : agency.label().zh());
        shown.put("askedAt", moment(check.askedAt()));
        shown.put("dataAsOf", moment(check.knownAt()));
        shown.put("code", code(verification(number, check)));
        return shown;
    }

    private byte[] render(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(font.file().toFile(), "slip")
                    .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, fontMetrics)
                    .useDefaultPageSize(210, 297, BaseRendererBuilder.PageSizeUnits.MM)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZONE));
    }

    private static String code(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            CODE_SIZE,
                            CODE_SIZE,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name(),
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            var image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException("no code for a slip", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
