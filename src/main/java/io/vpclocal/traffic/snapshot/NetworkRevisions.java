package io.vpclocal.traffic.snapshot;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WriteListener;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * A mark per account and Region that changes with every EC2 or load balancing call that may have changed something, in that
 * call's own transaction: whoever sees the change sees the new mark, on every node that shares the database. Marks are random, so
 * that one from before a reset never comes back.
 */
@Repository
class NetworkRevisions implements WriteListener {

    private static final int LENGTH = 32;

    private final EntityManager entities;
    private final Ids ids;

    NetworkRevisions(EntityManager entities, Ids ids) {
        this.entities = entities;
        this.ids = ids;
    }

    @Override
    public void written(Call call) {
        if (call.service() != AwsService.EC2 && call.service() != AwsService.ELB) {
            return;
        }
        // The mark's row is the last that a call takes, so that nobody who holds it waits for anybody.
        entities.flush();
        if (mark("update network_revision set revision = :revision where account = :account and region = :region", call)
                == 0) {
            mark(
                    "insert into network_revision (account, region, revision) values (:account, :region, :revision)",
                    call);
        }
    }

    /** The present mark; empty if nothing was changed here yet. */
    Optional<String> current(Scope scope) {
        List<?> rows = of(
                        entities.createNativeQuery(
                                "select revision from network_revision where account = :account and region = :region",
                                String.class),
                        scope)
                .getResultList();
        return rows.stream().findFirst().map(String::valueOf);
    }

    private int mark(String sql, Call call) {
        return of(entities.createNativeQuery(sql), call.scope())
                .setParameter("revision", ids.hex(LENGTH))
                .executeUpdate();
    }

    private static Query of(Query query, Scope scope) {
        return query.setParameter("account", scope.account()).setParameter("region", scope.region());
    }
}
