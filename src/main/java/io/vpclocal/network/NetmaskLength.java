package io.vpclocal.network;

import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** The length of a block in a request. Only IPAM pools, which are not emulated, provide blocks of a requested length. */
public final class NetmaskLength {

    private NetmaskLength() {}

    /**
     * Refuses a length (UNVERIFIED: the codes).
     *
     * @param block the name of the parameter that gives the block itself, if the request has it
     */
    public static void refuse(String parameter, @Nullable Integer length, @Nullable String block, String pool) {
        if (length != null) {
            throw block == null ? Ec2Errors.requires(parameter, pool) : Ec2Errors.notTogether(block, parameter);
        }
    }
}
