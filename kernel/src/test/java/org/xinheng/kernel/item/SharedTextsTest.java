package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.CreditException;

class SharedTextsTest {

    /** More blocks than stay plain, and more than are open at once. */
    @Test
    void everyTextIsFoundInWhateverOrderItIsAskedFor() throws Exception {
        int count = 30_000;
        var xml = new StringBuilder("<sst>");
        for (int i = 0; i < count; i++) {
            xml.append("<si><t>").append(text(i)).append("</t></si>");
        }
        var texts = read(xml.append("</sst>").toString());

        assertThat(texts.count()).isEqualTo(count);
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            int number = random.nextInt(count);
            assertThat(texts.get(number)).isEqualTo(text(number));
        }
        for (int i = 0; i < count; i += 97) {
            assertThat(texts.get(i)).isEqualTo(text(i));
        }
    }

    @Test
    void runsAreJoinedAndReadingsLeftOut() throws Exception {
        var texts = read(
                "<sst><si><r><t>常州</t></r><r><t>市</t></r><rPh><t>じょうしゅう</t></rPh></si><si/><si><t>末</t></si></sst>");

        assertThat(texts.get(0)).isEqualTo("常州市");
        assertThat(texts.get(1)).isEmpty();
        assertThat(texts.get(2)).isEqualTo("末");
    }

    @Test
    void aNumberWithoutATextIsDamage() throws Exception {
        var texts = read("<sst><si><t>一</t></si></sst>");

        for (int number : new int[] {-1, 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> texts.get(number))
                    .isInstanceOfSatisfying(
                            CreditException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(FileError.FILE_DAMAGED));
        }
    }

    private static String text(int i) {
        return i + "号文书".repeat(120 + i % 7);
    }

    private static SharedTexts read(String xml) throws XMLStreamException {
        return SharedTexts.read(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml)));
    }
}
