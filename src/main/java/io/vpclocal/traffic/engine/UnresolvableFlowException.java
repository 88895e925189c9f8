package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;

/** A side of a flow is unknown in the network or ambiguous. */
public final class UnresolvableFlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnresolvableFlowException(String message) {
        super(message);
    }

    static UnresolvableFlowException unknown(String kind, String id) {
        return new UnresolvableFlowException("The network has no " + kind + " '" + id + "'");
    }

    static UnresolvableFlowException noAddress(String serviceName, String vpcId, String reason) {
        return new UnresolvableFlowException(
                "The service '" + serviceName + "' has no address in " + vpcId + ": " + reason + ".");
    }

    static UnresolvableFlowException ambiguous(IpAddress address) {
        return new UnresolvableFlowException("The address " + address + " is used in several VPCs. Give the VPC.");
    }

    static UnresolvableFlowException noCommonFamily(String interfaceId) {
        return new UnresolvableFlowException(
                "The network interface '" + interfaceId + "' has no address of the family the flow needs");
    }
}
