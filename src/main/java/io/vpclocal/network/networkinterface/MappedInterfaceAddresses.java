package io.vpclocal.network.networkinterface;

import io.vpclocal.network.gateway.MappedAddresses;
import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Component;

/** Keeps a VPC's internet gateway attached while a public address stands for one of the VPC's private ones. */
@Component
class MappedInterfaceAddresses implements MappedAddresses {

    private final NetworkInterfaces interfaces;

    MappedInterfaceAddresses(NetworkInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public boolean anyIn(Scope scope, String vpcId) {
        return interfaces.ofVpc(scope, vpcId).stream()
                .flatMap(networkInterface -> networkInterface.addresses().stream())
                .anyMatch(address -> address.association().isPresent());
    }
}
