package org.xinheng.platform.jointaction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;

/**
 * A font with Chinese characters of the machine it runs on; none is shipped. It must have TrueType outlines, since those
 * alone can be read out of a PDF again.
 */
@Component
class SlipFont {

    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/wqy-microhei/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/truetype/arphic/uming.ttc"),
            Path.of("/usr/share/fonts/truetype/arphic/ukai.ttc"),
            Path.of("/Library/Fonts/Arial Unicode.ttf"),
            Path.of("/System/Library/Fonts/Supplemental/Arial Unicode.ttf"),
            Path.of("C:/Windows/Fonts/simhei.ttf"));

    private final String configured;

    SlipFont(@Value("${xinheng.slip.font:}") String configured) {
        this.configured = configured;
    }

    /** Where it lies; refuses with {@code SLIP_FONT_MISSING} when there is none. */
    Path file() {
        var places = configured.isBlank() ? USUAL : List.of(Path.of(configured));
        return places.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new CreditException(JointActionError.SLIP_FONT_MISSING));
    }
}
