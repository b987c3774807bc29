package org.xinheng.platform.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ChangeId;
import org.xinheng.platform.shared.Fact;

/**
 * What one transaction changes. Rows of history carry its id; its facts get their place in the one order as the last
 * act before the commit.
 */
public final class Change {

    private final ChangeId id;
    private final Actor actor;
    private final ApplicationEventPublisher events;
    private final List<Fact> facts = new ArrayList<>();
    private boolean sealed;

    Change(ChangeId id, Actor actor, ApplicationEventPublisher events) {
        this.id = id;
        this.actor = actor;
        this.events = events;
    }

    public ChangeId id() {
        return id;
    }

    public Actor actor() {
        return actor;
    }

    /** Records the fact and tells whoever listens, within the transaction. */
    public void publish(Fact fact) {
        if (sealed) {
            throw new IllegalStateException("a fact after the order was taken: " + fact.type());
        }
        facts.add(fact);
        events.publishEvent(fact);
    }

    List<Fact> seal() {
        sealed = true;
        return facts;
    }
}
