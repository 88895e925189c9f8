package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;

/** Something that every VPC has from its creation on and loses with its deletion, such as its main route table. */
public interface VpcPart {

    /** Sets what the part sets in the VPC itself. Called before the VPC is stored, so that it is written once. */
    default void beforeVpcCreated(VpcEntity vpc) {}

    /** Makes the part. Called in the transaction that creates the VPC. */
    default void vpcCreated(VpcEntity vpc) {}

    /** Removes the part. Called in the transaction that deletes the VPC, which nothing else uses any more. */
    void vpcDeleted(VpcEntity vpc);

    /** A CIDR block was added. */
    default void cidrAssociated(VpcEntity vpc, Cidr cidr) {}

    /** A CIDR block was removed. */
    default void cidrDisassociated(VpcEntity vpc, Cidr cidr) {}
}
