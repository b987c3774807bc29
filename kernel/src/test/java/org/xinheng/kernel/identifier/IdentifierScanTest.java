package org.xinheng.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105 19491231 002X",
                "110105-19491231-002X",
                "110105\u200b19491231\u00a0002Ⅹ",
                "110105\r\n 19491231002X"
            })
    void masksANumberHoweverItIsWritten(String number) {
        assertThat(IdentifierScan.mask("当事人张某" + number + "违反规定")).isEqualTo("当事人张某110105********002X违反规定");
    }

    @Test
    void findsNumbersGluedToOtherDigitsAndToEachOther() {
        assertThat(IdentifierScan.mask("电话1380000000011010519491231002X440524188001010014"))
                .isEqualTo("电话13800000000110105********002X440524********0014");
    }

    @Test
    void findsPermitsAndCardsOfForeignResidents() {
        var card = Specimens.person("911840", "19900101", "001");

        assertThat(IdentifierScan.find("810000199408230021、" + card))
                .extracting(IdentifierScan.Found::masked)
                .containsExactly("810000********0021", Mask.number(card));
    }

    @Test
    void saysWhereANumberStands() {
        var text = "证号：110105 19491231 002X。";

        assertThat(IdentifierScan.find(text)).containsExactly(new IdentifierScan.Found(3, 23, "110105********002X"));
        assertThat(IdentifierScan.hasNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "没有号码",
                "11010519491231002",
                "110105194912310021",
                "110105194902300021",
                "914403001922038216",
                "91320499MAXH00002T",
                "110105    19491231002X",
                "110105，19491231002X",
                "〔2026〕第0117号 2026-11-22"
            })
    void leavesEverythingElseAlone(String text) {
        assertThat(IdentifierScan.mask(text)).isEqualTo(text);
        assertThat(IdentifierScan.hasNumber(text)).isFalse();
    }

    @Test
    void findsEveryNumberInRandomSurroundings() {
        var random = new Random(20261122);
        for (int run = 0; run < 2_000; run++) {
            var number = Specimens.person(random);
            var text = "甲".repeat(random.nextInt(3)) + random.nextInt(1_000_000) + number + "乙" + random.nextInt(1000);

            assertThat(IdentifierScan.mask(text))
                    .as(text)
                    .doesNotContain(number)
                    .contains(Mask.number(number));
        }
    }

    @Test
    void aLongRowOfDigitsIsReadOnce() {
        var text = "1".repeat(3_000_000);

        assertThat(IdentifierScan.mask(text)).isEqualTo(text);
    }

    @Test
    void masksKeepWhatIsNeededToRecogniseOnesOwn() {
        assertThat(Mask.number("11010519491231002X")).isEqualTo("110105********002X");
        assertThat(Mask.number("110105491231002")).isEqualTo("110105*******02");
        assertThat(Mask.number("E12345678")).isEqualTo("E******78");
        assertThat(Mask.number("1234567")).isEqualTo("*******");
        assertThat(Mask.name("张三")).isEqualTo("张*");
        assertThat(Mask.name(" 欧阳三四 ")).isEqualTo("欧*");
        assertThat(Mask.name("𠮷三")).isEqualTo("𠮷*");
        assertThat(Mask.name(" ")).isEmpty();
    }
}
