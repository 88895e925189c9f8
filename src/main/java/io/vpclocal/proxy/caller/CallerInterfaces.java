package io.vpclocal.proxy.caller;

import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Network interfaces for callers that are named by a subnet: ordinary ones, which exist while the caller is open. */
@Component
class CallerInterfaces {

    private static final String DESCRIPTION = "Caller of VPC Local";

    private final NetworkInterfaces interfaces;
    private final StateLock lock;
    private final TransactionTemplate transaction;

    CallerInterfaces(NetworkInterfaces interfaces, StateLock lock, PlatformTransactionManager transactions) {
        this.interfaces = interfaces;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param groupIds empty for the VPC's default security group
     * @return the interface's id
     * @throws io.vpclocal.protocol.AwsException as CreateNetworkInterface
     */
    String create(Scope scope, String subnetId, List<String> groupIds) {
        InterfacePlan plan = InterfacePlan.in(subnetId).groups(groupIds).description(DESCRIPTION);
        return lock.shared(() -> Objects.requireNonNull(
                transaction.execute(status -> interfaces.create(scope, plan).id())));
    }

    /** Deletes an interface unless its user has done so. */
    void delete(Scope scope, String id) {
        lock.shared(() -> {
            transaction.executeWithoutResult(
                    status -> interfaces.find(scope, id).ifPresent(found -> interfaces.delete(scope, id)));
            return null;
        });
    }
}
