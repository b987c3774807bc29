package org.xinheng.platform.oversight;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.integrity.Activities;
import org.xinheng.platform.integrity.Activity;
import org.xinheng.platform.shared.AgencyId;

/** Evidence the platform has itself: a figure it computes as it is reported, an activity of the ledger. */
@Component
public class PlatformEvidence {

    private static final int NEWEST = 200;

    private final Indicators indicators;
    private final Activities activities;

    PlatformEvidence(Indicators indicators, Activities activities) {
        this.indicators = indicators;
        this.activities = activities;
    }

    /** What an indicator comes to for an agency in these months, as it stands now; the words stay as they were reported. */
    public Evidence figure(String indicatorId, YearMonth from, YearMonth to, AgencyId agency) {
        var indicator = indicators.get(indicatorId);
        var figure = indicators.figure(indicator, new FactScope(from, to, Set.of(agency)));
        var value = figure.value();
        var counts = figure.of() == null ? "" : "，%d／%d".formatted(figure.counted(), figure.of());
        var words = "%s：%s%s（%s—%s%s）"
                .formatted(
                        indicator.label().zh(),
                        value == null ? "—" : value.toPlainString(),
                        value != null && figure.of() != null ? "%" : "",
                        from,
                        to,
                        counts);
        return new Evidence(Evidence.Kind.FIGURE, words, null);
    }

    /** An activity the agency held. */
    public Evidence activity(UUID id, AgencyId agency) {
        return activities
                .find(id)
                .filter(activity -> activity.agency().equals(agency) && !activity.withdrawn())
                .map(PlatformEvidence::evidence)
                .orElseThrow(() -> new CreditException(OversightError.EVIDENCE_NOT_FOUND, id));
    }

    /** Activities the agency may prove its work with, the newest first. */
    public List<Activity> activities(AgencyId agency) {
        return activities.newest(null, NEWEST).stream()
                .filter(activity -> activity.agency().equals(agency) && !activity.withdrawn())
                .toList();
    }

    private static Evidence evidence(Activity activity) {
        var content = activity.content();
        var title = content == null ? activity.id().toString() : content.title();
        return new Evidence(Evidence.Kind.ACTIVITY, title + "（" + activity.heldOn() + "）", activity.id());
    }
}
