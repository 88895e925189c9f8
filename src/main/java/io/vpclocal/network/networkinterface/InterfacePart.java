package io.vpclocal.network.networkinterface;

/** What ends with a network interface, such as the permissions on it. */
public interface InterfacePart {

    /** Called in the transaction that deletes an interface of an account. */
    void interfaceDeleted(NetworkInterfaceEntity gone);
}
