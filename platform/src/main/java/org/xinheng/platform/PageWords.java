package org.xinheng.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.Document;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.packs.Packs;

/** Words of the packs in the reader's language: templates ask {@code @words}. */
@Component("words")
class PageWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Packs packs;

    PageWords(Packs packs) {
        this.packs = packs;
    }

    /** English where asked for and there is any, else Chinese. */
    public String of(Label label) {
        var english = label.en();
        return english != null && LocaleContextHolder.getLocale().getLanguage().equals("en") ? english : label.zh();
    }

    /** The language of those words where it is not that of the page, for readers that speak them; null otherwise. */
    public @Nullable String lang(Label label) {
        return label.en() == null
                        && LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? "zh-CN"
                : null;
    }

    /** The agency's name by its id; the id itself where the rules do not know it. */
    public String agency(String id) {
        var agency = packs.today().agencies().get(id);
        return agency == null ? id : of(agency.label());
    }

    /** The list's name by its id; the id itself where the rules do not know it. */
    public String list(String id) {
        var list = packs.today().lists().get(id);
        return list == null ? id : of(list.label());
    }

    /** The item's name by its id; the id itself where the rules do not know it. */
    public String item(String id) {
        var item = packs.today().items().get(id);
        return item == null ? id : of(item.label());
    }

    /** The matter's name by its id; the id itself where the rules do not know it. */
    public String matter(String id) {
        var matter = packs.today().matters().get(id);
        return matter == null ? id : of(matter.label());
    }

    /** The measure's name by its id; the id itself where the rules do not know it. */
    public String measure(String id) {
        var measure = packs.today().measures().get(id);
        return measure == null ? id : of(measure.label());
    }

    /** The name of conduct by its id; the id itself where the rules do not know it. */
    public String behaviour(String id) {
        var behaviour = packs.today().behaviours().get(id);
        return behaviour == null ? id : of(behaviour.label());
    }

    /** The document an entry rests on; null where the register does not hold it. */
    public @Nullable Document document(Basis basis) {
        return packs.today().documents().get(basis.document());
    }

    /** The document's title without its brackets, which the citation sets. */
    public String title(Document document) {
        return of(document.title()).replaceAll("^《|》$", "");
    }

    /** A moment to the minute, in the city's time. */
    public String moment(Instant moment) {
        return MINUTE.format(moment);
    }
}
