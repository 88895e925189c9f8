package io.vpclocal.network.subnet;

/** A part that is created and deleted with every subnet, such as its network ACL association. */
public interface SubnetPart {

    /** Creates the part in the transaction that creates the subnet. The VPC is locked. */
    void subnetCreated(SubnetEntity subnet);

    /** Deletes the part in the transaction that deletes the subnet. Nothing else uses the subnet. */
    void subnetDeleted(SubnetEntity subnet);
}
