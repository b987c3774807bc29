package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class SlipTest {

    private static final Actor OFFICER = Callers.officer("李工", "housing", Role.CHECKER);

    @Autowired
    ApplicationContext context;

    @Autowired
    CheckSubject checkSubject;

    @Autowired
    Checks checks;

    @Autowired
    CheckSlip slip;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void theSlipCanBeReadAndItsCodeNamesSlipAndCheck() throws Exception {
        var listed = new Listed(context);
        var code = Synthetic.organisation(2301);
        listed.enter(
                listed.subject(new Identity.Organisation(CreditCode.parse(code), "常州虚构甲路桥有限公司")),
                "market-regulation-serious",
                LocalDate.parse("2027-11-22"));
        var answer = checkSubject.check(
                new Question(Asked.byCode(code, null), new MatterId("construction-bidding"), "评标", "CZ-7", "李工", null),
                OFFICER);
        var check = checks.get(answer.checkId(), OFFICER);

        var number = slip.number(check);
        assertThat(number).matches("CZ-2026-\\d{6}");
        try (var pdf = Loader.loadPDF(slip.pdf(check))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(number, "依法限制参与工程建设招标投标", "常州虚构甲路桥有限公司", code)
                    .contains("《企业信息公示暂行条例》第十八条", "2027-11-22", "本结果仅为提示，不是行政决定");
            assertThat(read(new PDFRenderer(pdf)))
                    .contains(number)
                    .contains(check.id().toString());
        }
    }

    /** Reads the code as one does with a reader: at the page's upper right corner, nearer or further until it is read. */
    private static String read(PDFRenderer page) throws Exception {
        for (int dpi : new int[] {300, 400, 500, 600}) {
            try {
                return read(page.renderImageWithDPI(0, dpi));
            } catch (ReaderException unreadable) {
                // Nearer.
            }
        }
        return "";
    }

    private static String read(BufferedImage page) throws ReaderException {
        int edge = page.getWidth() / 3;
        var pixels = page.getRGB(page.getWidth() - edge, 0, edge, edge, null, 0, edge);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(edge, edge, pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void aPersonIsMaskedOnTheSlip() throws Exception {
        var number = Synthetic.citizen(LocalDate.of(1984, 5, 6), 201);
        var answer = checkSubject.check(
                new Question(
                        Asked.person(IdType.CITIZEN_ID, number, "孙虚构", SettableClock.START),
                        new MatterId("construction-bidding"),
                        "评标",
                        "CZ-8",
                        "李工",
                        new Authority.Statute("招标投标法第三十三条")),
                OFFICER);

        try (var pdf = Loader.loadPDF(slip.pdf(checks.get(answer.checkId(), OFFICER)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("孙*", "在已归集的信息范围内，本事项没有适用的奖惩措施")
                    .doesNotContain("孙虚构")
                    .doesNotContain(number);
        }
    }

    @Test
    void withoutAFontItSaysSo() {
        assertThatThrownBy(() -> new SlipFont("no-such-font.ttf").file())
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(JointActionError.SLIP_FONT_MISSING));
    }
}
