package org.xinheng.platform.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.Document;
import org.xinheng.kernel.pack.Layer;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.shared.Actor;

/** The rules in force with something else in them: a release of the city's own that follows. */
public record NextRelease(Pack pack) {

    /** The same rules under another version, in force from another day. */
    public static NextRelease after(Pack now, String version, LocalDate effective) {
        var layers = new ArrayList<>(now.layers());
        var city = layers.removeLast();
        layers.add(new Layer(
                city.id(),
                city.label(),
                city.above(),
                version,
                effective,
                city.division(),
                city.portalName(),
                city.accent(),
                city.pushRoute()));
        return with(now, layers, now.documents(), now.lists(), now.assessments());
    }

    public NextRelease documents(SequencedMap<String, Document> documents) {
        return with(pack, pack.layers(), documents, pack.lists(), pack.assessments());
    }

    public NextRelease lists(SequencedMap<String, CreditList> lists) {
        return with(pack, pack.layers(), pack.documents(), lists, pack.assessments());
    }

    public NextRelease assessments(SequencedMap<String, AssessmentScheme> assessments) {
        return with(pack, pack.layers(), pack.documents(), pack.lists(), assessments);
    }

    /** In one go; whoever tests that two officers are needed does not use this. */
    public void activate(ReleasePack release) {
        var platform = Actor.platform("test");
        release.activate(release.propose(pack, platform), platform);
    }

    private static NextRelease with(
            Pack now,
            List<Layer> layers,
            SequencedMap<String, Document> documents,
            SequencedMap<String, CreditList> lists,
            SequencedMap<String, AssessmentScheme> assessments) {
        return new NextRelease(new Pack(
                layers,
                documents,
                now.items(),
                lists,
                now.measures(),
                now.matters(),
                now.agencies(),
                now.groups(),
                now.terms(),
                now.retention(),
                now.behaviours(),
                now.memoranda(),
                now.indicators(),
                assessments,
                now.refusals(),
                now.settings()));
    }
}
