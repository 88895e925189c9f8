package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;

/** A part that is created and deleted with every VPC, such as its main route table. */
public interface VpcPart {

    /** Sets the part's properties of the VPC. Called before the VPC is stored, so that it is written once. */
    default void beforeVpcCreated(VpcEntity vpc) {}

    /** Creates the part in the transaction that creates the VPC. */
    default void vpcCreated(VpcEntity vpc) {}

    /** Deletes the part in the transaction that deletes the VPC. Nothing else uses the VPC. */
    void vpcDeleted(VpcEntity vpc);

    /** Called when a CIDR block was added. */
    default void cidrAssociated(VpcEntity vpc, Cidr cidr) {}

    /** Called when a CIDR block was removed. */
    default void cidrDisassociated(VpcEntity vpc, Cidr cidr) {}
}
