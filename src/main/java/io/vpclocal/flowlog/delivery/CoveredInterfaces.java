package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The network interfaces in use that a flow log covers. They get NODATA records when they had no traffic. */
@Component
class CoveredInterfaces {

    /** Interface types that flow logs name (VPC User Guide: flow log records). Other types have no name. */
    private static final Set<String> NAMED_KINDS =
            Set.of("nat_gateway", "network_load_balancer", "transit_gateway", "vpc_endpoint");

    private final NetworkInterfaces interfaces;
    private final SubnetService subnets;

    /** A separate session: in the session of a delivery, each flush would compare all interfaces. */
    private final TransactionTemplate ownSession;

    CoveredInterfaces(
            NetworkInterfaces interfaces, SubnetService subnets, PlatformTransactionManager transactionManager) {
        this.interfaces = interfaces;
        this.subnets = subnets;
        this.ownSession = new TransactionTemplate(transactionManager);
        ownSession.setReadOnly(true);
        ownSession.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    List<InterfaceDetails> of(FlowLogEntity flowLog) {
        return Objects.requireNonNull(
                ownSession.execute(status -> candidates(flowLog.scope(), flowLog.monitoredId()).stream()
                        .filter(candidate -> candidate.attachment().isPresent())
                        .map(CoveredInterfaces::details)
                        .filter(flowLog::covers)
                        .toList()));
    }

    private List<NetworkInterfaceEntity> candidates(Scope scope, String monitoredId) {
        if (monitoredId.startsWith("eni-")) {
            return interfaces.find(scope, monitoredId).stream().toList();
        }
        return monitoredId.startsWith("vpc-")
                ? interfaces.ofVpc(scope, monitoredId)
                : subnets.find(scope, monitoredId)
                        .map(subnet -> interfaces.ofVpc(scope, subnet.vpcId()))
                        .orElse(List.of());
    }

    private static InterfaceDetails details(NetworkInterfaceEntity of) {
        return new InterfaceDetails(
                of.account(),
                of.id(),
                of.vpcId(),
                of.subnetId(),
                of.attachment().map(Attachment::instanceId).orElse(null),
                of.region(),
                of.availabilityZoneId(),
                null,
                null,
                null,
                NAMED_KINDS.contains(of.interfaceType()) ? of.interfaceType() : null,
                Map.of());
    }
}
