package org.xinheng.platform.disclosure;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.SubjectId;

/**
 * Logs that an officer looks at something about a person or sole trader which is no whole file: a listing, a record, a
 * determination, a task (promise 8). Called before anything of it is shown.
 */
@Component
public class LogInquiry {

    private final QueryLog queries;
    private final Packs packs;

    LogInquiry(QueryLog queries, Packs packs) {
        this.queries = queries;
        this.packs = packs;
    }

    /**
     * Refuses with the error of a file asked for without purpose, matter or authority.
     *
     * @param person null where nobody here is identified by what was asked
     */
    @Transactional
    public void about(@Nullable SubjectId person, Inquiry inquiry, Actor actor) {
        inquiry.requirePurpose();
        inquiry.requireGrounds(Reader.of(actor, packs.today()));
        queries.write(person, inquiry, actor);
    }
}
