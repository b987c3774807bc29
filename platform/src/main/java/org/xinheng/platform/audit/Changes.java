package org.xinheng.platform.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ChangeId;

/** Opens the change of a transaction. A use case asks for it once; whoever it calls in the same transaction shares it. */
@Component
public class Changes {

    private final OneOrder order;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;

    Changes(OneOrder order, IdGenerator ids, ApplicationEventPublisher events) {
        this.order = order;
        this.ids = ids;
        this.events = events;
    }

    /** The running transaction's change; opened for {@code actor} when there is none yet. */
    public Change open(Actor actor) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change needs a transaction");
        }
        var running = (@Nullable Change) TransactionSynchronizationManager.getResource(this);
        if (running != null) {
            return running;
        }
        var change = new Change(new ChangeId(ids.next()), actor, events);
        TransactionSynchronizationManager.bindResource(this, change);
        TransactionSynchronizationManager.registerSynchronization(new Sealing(change));
        return change;
    }

    private final class Sealing implements TransactionSynchronization, Ordered {

        private final Change change;

        Sealing(Change change) {
            this.change = change;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            order.append(change);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Changes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Changes.this, change);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
        }
    }
}
