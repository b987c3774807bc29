package org.xinheng.platform.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.vault.Vault;

/** Refuses a file with a column of what may never be collected, and destroys its key in the same act. */
@Component
class DeleteFile {

    private final SubmissionDesk desk;
    private final Vault vault;
    private final Changes changes;
    private final Order order;

    DeleteFile(SubmissionDesk desk, Vault vault, Changes changes, Order order) {
        this.desk = desk;
        this.vault = vault;
        this.changes = changes;
        this.order = order;
    }

    @Transactional
    void refuse(Held held, String title) {
        if (desk.reject(held, IntakeError.FORBIDDEN_COLUMN.name(), List.of(title))) {
            vault.shred(
                    held.file().value(),
                    "征信业管理条例第十四条：不得采集的个人信息",
                    order.today(),
                    Actor.platform("intake"),
                    changes.open(held.sender()).id());
        }
    }
}
