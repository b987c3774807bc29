package org.xinheng.platform.vault;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;

/** Refuses to start on data whose keys the key file does not hold. */
@Component
class KeyProofs implements InitializingBean {

    private final JdbcClient jdbc;
    private final KeyFile keys;

    KeyProofs(JdbcClient jdbc, KeyFile keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    private record Proof(String keyId, byte[] proof) {}

    @Override
    public void afterPropertiesSet() {
        var proofs = jdbc.sql("select key_id, proof from vault.key_proof")
                .query(Proof.class)
                .list();
        for (var proof : proofs) {
            if (!keys.proves(proof.keyId(), proof.proof())) {
                throw new CreditException(VaultError.KEY_FILE_MISSING, proof.keyId());
            }
        }
        for (var id : keys.ids()) {
            jdbc.sql("insert into vault.key_proof (key_id, proof) values (:id, :proof) on conflict do nothing")
                    .param("id", id)
                    .param("proof", Vault.mac(keys.key(id), id))
                    .update();
        }
    }
}
