package org.xinheng.platform.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xinheng.platform.vault.EncryptedFiles;

/**
 * Works off submissions on a few virtual threads: at once after one was received, and what another start or another
 * node left behind when its lease ran out.
 */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int LOOKS_PER_SWEEP = 720;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubmissionDesk desk;
    private final CheckSubmission check;
    private final RecallSubmission recall;
    private final EncryptedFiles files;
    /** Real time: business time can be set forward, and a lease must not run out because of it. */
    private final InstantSource realTime = InstantSource.system();

    private final Semaphore wake = new Semaphore(0);
    private final Set<UUID> claims = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    IntakeWorker(SubmissionDesk desk, CheckSubmission check, RecallSubmission recall, EncryptedFiles files) {
        this.desk = desk;
        this.check = check;
        this.recall = recall;
        this.files = files;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void received(SubmissionReceived fact) {
        wake.release();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void recalled(SubmissionRecalled fact) {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        int hands = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
        for (int i = 0; i < hands; i++) {
            threads.add(Thread.ofVirtual().name("intake-" + i).start(this::work));
        }
        threads.add(Thread.ofVirtual().name("intake-lease").start(this::renew));
    }

    private void work() {
        while (running) {
            try {
                if (!workOnOne()) {
                    var ignored = wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // The database may be away for a while, or memory full; what was accepted waits. A hand that gave up
                // would not come back.
                if (running) {
                    LOG.error("intake stands still: {}", e.getClass().getName());
                    pause();
                }
            }
        }
    }

    /** Whether there was one. */
    boolean workOnOne() {
        var found = desk.claim(now());
        if (found.isEmpty()) {
            return false;
        }
        var held = found.get();
        claims.add(held.claim());
        try {
            if (held.state() == SubmissionState.RECALLED) {
                while (running && recall.goOn(held)) {
                    LOG.debug("submission {} withdrawn in part", held.id());
                }
            } else {
                check.run(held);
            }
        } catch (RuntimeException | Error e) {
            if (running) {
                // Never the message: it may quote a row.
                LOG.error(
                        "submission {} stopped: {} at {}",
                        held.id(),
                        e.getClass().getName(),
                        place(e));
            }
            desk.putBack(held, now());
        } finally {
            claims.remove(held.claim());
        }
        return true;
    }

    private static StackTraceElement place(Throwable e) {
        return e.getStackTrace().length == 0 ? new StackTraceElement("?", "?", null, 0) : e.getStackTrace()[0];
    }

    private void renew() {
        for (long looks = 0; running; looks++) {
            try {
                if (looks % LOOKS_PER_SWEEP == 0) {
                    files.discardLeftBehind();
                }
                Thread.sleep(LOOK);
                if (!claims.isEmpty()) {
                    desk.renew(Set.copyOf(claims), now());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("leases not renewed: {}", e.getClass().getName());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant now() {
        return realTime.instant();
    }

    /** Lets a chunk that is being written end; what is not yet written waits for the next start. */
    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (var thread : threads) {
                thread.interrupt();
            }
            for (var thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
