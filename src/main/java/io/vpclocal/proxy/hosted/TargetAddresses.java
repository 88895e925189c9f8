package io.vpclocal.proxy.hosted;

import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.traffic.CallTraffic.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real addresses of targets. Each is kept until it is removed or its account is reset. */
@Component
class TargetAddresses {

    private final TargetAddressRows rows;
    private final StateLock lock;
    private final TransactionTemplate transaction;

    TargetAddresses(TargetAddressRows rows, StateLock lock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The address of a target, or else that of its group. */
    Optional<RealAddress> of(Target target) {
        return rows.findById(TargetAddressEntity.id(target.owner(), target.id(), target.port()))
                .or(() -> rows.findById(target.targetGroupArn()))
                .map(TargetAddressEntity::address);
    }

    List<TargetAddressEntity> all() {
        return rows.findAll().stream()
                .sorted(Comparator.comparing(TargetAddressEntity::id))
                .toList();
    }

    /** @param port null for a target group */
    TargetAddressEntity put(Scope owner, String target, @Nullable Integer port, RealAddress address) {
        return lock.shared(() -> Objects.requireNonNull(
                transaction.execute(status -> rows.save(new TargetAddressEntity(owner, target, port, address)))));
    }

    void remove(String id) {
        lock.shared(() -> {
            transaction.executeWithoutResult(
                    status -> rows.delete(rows.findById(id).orElseThrow(() -> TargetAddressErrors.missing(id))));
            return null;
        });
    }
}
