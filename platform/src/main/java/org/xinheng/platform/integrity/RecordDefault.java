package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/**
 * A court, a supervising body or another authority decided that a government body broke a promise: the credit office notes the
 * decision at the promise. The clock alone makes a promise missed, but only a decision makes it misconduct of the body.
 */
@Component
public class RecordDefault {

    private final Promises promises;
    private final Order order;

    RecordDefault(Promises promises, Order order) {
        this.promises = promises;
        this.order = order;
    }

    /**
     * @param document number of the decision, and by whom
     * @param responsible whom on the government's side the decision itself names; blank where it names nobody
     */
    @Transactional
    public void record(
            UUID id,
            @Nullable LocalDate decidedOn,
            @Nullable String document,
            @Nullable String finding,
            @Nullable String responsible,
            Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var promise = promises.get(id, actor);
        if (!promise.missed(order.today())) {
            throw new CreditException(IntegrityError.PROMISE_NOT_MISSED);
        }
        var said = new Promise.Said(
                List.of(Written.required(document, "document", Written.LINE)),
                Written.required(finding, "finding", Written.TEXT),
                null,
                null,
                Written.optional(responsible, "responsible", Written.LINE),
                null);
        promises.add(
                promise,
                PromiseStep.DEFAULT_RECORDED,
                Written.past(decidedOn, "decidedOn", order.today()),
                said,
                promise.due(),
                actor);
    }
}
