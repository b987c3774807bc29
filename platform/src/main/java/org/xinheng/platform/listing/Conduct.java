package org.xinheng.platform.listing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Behaviour;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.Disposition;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.shared.DeterminationId;

/**
 * The conduct somebody is proposed for (失信行为), by the names of the pack. Conduct without sufficient gravity or basis leads to
 * no list, so only what the pack ties to this list can be chosen; where it ties any, a serious list needs one.
 */
@Repository
public class Conduct {

    private final JdbcClient jdbc;

    Conduct(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may lead to the list. */
    public static List<Behaviour> of(CreditList list, Pack rules) {
        return rules.behaviours().values().stream()
                .filter(one ->
                        one.disposition() == Disposition.LISTABLE && one.lists().contains(list.id()))
                .toList();
    }

    static void require(CreditList list, Set<String> chosen, Pack rules) {
        var possible = of(list, rules).stream().map(Behaviour::id).toList();
        chosen.stream().filter(one -> !possible.contains(one)).findFirst().ifPresent(one -> {
            throw new CreditException(ListingError.CONDUCT_NOT_OF_LIST, one, list.id());
        });
        if (list.kind() == ListKind.SERIOUS && !possible.isEmpty() && chosen.isEmpty()) {
            throw new CreditException(ListingError.CONDUCT_MISSING, list.id());
        }
    }

    /** Ids of the behaviours a determination names, in their order. */
    public List<String> of(DeterminationId determination) {
        return jdbc.sql(
                        "select behaviour from listing.determination_conduct where determination_id = :id order by behaviour")
                .param("id", determination.value())
                .query(String.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Determination determination, Set<String> chosen) {
        jdbc.sql("""
                        insert into listing.determination_conduct (subject_id, determination_id, behaviour)
                        select :subject, :id, behaviour from unnest(:chosen::text[]) as behaviour
                        """)
                .param("subject", determination.subject().value())
                .param("id", determination.id().value())
                .param("chosen", chosen.toArray(String[]::new))
                .update();
    }

    /** A person whom the decision about an organisation names answers for the same conduct. */
    @Transactional(propagation = Propagation.MANDATORY)
    void same(Determination person, UUID organisation) {
        jdbc.sql("""
                        insert into listing.determination_conduct (subject_id, determination_id, behaviour)
                        select :subject, :id, behaviour from listing.determination_conduct
                        where determination_id = :organisation
                        """)
                .param("subject", person.subject().value())
                .param("id", person.id().value())
                .param("organisation", organisation)
                .update();
    }
}
