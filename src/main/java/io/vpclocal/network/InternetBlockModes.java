package io.vpclocal.network;

import io.vpclocal.protocol.Scope;

/** Tells what VPC Block Public Access does to VPCs and subnets; asked by those that show or carry it out. */
public interface InternetBlockModes {

    /** What holds in an account and Region at the moment. */
    Modes of(Scope scope);

    /** The modes of one account and Region, exclusions considered. */
    interface Modes {

        InternetBlockMode vpc(String vpcId);

        InternetBlockMode subnet(String subnetId, String vpcId);

        /** False if a change is being carried out, so that time alone changes the modes. */
        boolean lasting();
    }
}
