package io.vpclocal.network.subnet;

/** Something that every subnet has from its creation on and loses with its deletion, such as its network ACL. */
public interface SubnetPart {

    /** Makes the part. Called in the transaction that creates the subnet, which holds the VPC. */
    void subnetCreated(SubnetEntity subnet);

    /** Removes the part. Called in the transaction that deletes the subnet, which nothing else uses any more. */
    void subnetDeleted(SubnetEntity subnet);
}
