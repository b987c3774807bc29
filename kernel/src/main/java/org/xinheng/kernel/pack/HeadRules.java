package org.xinheng.kernel.pack;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a layer's head, its {@code pack.yaml}. */
final class HeadRules {

    private static final Pattern DIVISION = Pattern.compile("\\d{6}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** Contrast of text with its ground that WCAG 2.1 asks at level AA. */
    private static final double READABLE = 4.5;

    /** Wishes a city may switch on only with a basis, a review, an assessment and an end: a plain setting has none. */
    private static final Set<String> SWITCHABLE =
            Set.of("watching-after-exit", "persons-public", "public-service-as-repair");

    private HeadRules() {}

    static void check(Pack pack, List<Fault> faults) {
        for (var layer : pack.layers()) {
            if (!DIVISION.matcher(layer.division()).matches()) {
                faults.add(fault(layer, "the division must be a code of six digits"));
            }
            if (layer.accent() != null) {
                accent(layer, layer.accent(), faults);
            }
            pushRoute(pack, layer, faults);
        }
        for (var key : pack.settings().keySet()) {
            if (SWITCHABLE.contains(key)) {
                faults.add(fault(
                        pack.layers().getLast(),
                        "'" + key + "' cannot be switched on by a setting: it needs a verified basis, a legal review,"
                                + " an impact assessment and an end within two years"));
            }
        }
    }

    private static void accent(Layer layer, String colour, List<Fault> faults) {
        if (!COLOUR.matcher(colour).matches()) {
            faults.add(fault(layer, "the accent must be a colour such as #0b5c73"));
        } else if (contrastWithWhite(Integer.parseInt(colour.substring(1), 16)) < READABLE) {
            faults.add(fault(layer, "the accent " + colour + " is too light to be read on white"));
        }
    }

    /** As WCAG 2.1 defines the contrast ratio. */
    private static double contrastWithWhite(int rgb) {
        double luminance =
                0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Each station is an agency of a higher level than the one before. */
    private static void pushRoute(Pack pack, Layer layer, List<Fault> faults) {
        Agency before = null;
        for (var id : layer.pushRoute()) {
            var station = pack.agencies().get(id);
            if (station == null) {
                faults.add(fault(layer, "'" + id + "' of the push route is not defined in any layer"));
                continue;
            }
            if (before != null && station.level().compareTo(before.level()) >= 0) {
                faults.add(fault(layer, "the push route does not go up from '" + before.id() + "' to '" + id + "'"));
            }
            before = station;
        }
    }

    private static Fault fault(Layer layer, String message) {
        return new Fault(layer.id() + "/" + LayerFiles.HEAD, 1, null, message);
    }
}
