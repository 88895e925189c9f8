package io.vpclocal.network.networkinterface;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;

/**
 * The IPv4 addresses that a request gives a network interface.
 *
 * @param primary null for any
 * @param count the number of secondary addresses besides the given ones
 */
public record PrivateAddresses(@Nullable String primary, List<String> secondaries, int count) {

    private static final String LIST = "privateIpAddresses";
    private static final String COUNT = "secondaryPrivateIpAddressCount";

    /**
     * Reads the three parameters of a request.
     *
     * @throws io.vpclocal.protocol.AwsException if they do not go together
     */
    public static PrivateAddresses of(
            @Nullable String address, List<PrivateIpAddressSpecification> listed, @Nullable Integer count) {
        if (count != null && !listed.isEmpty()) {
            throw Ec2Errors.notBoth(LIST, COUNT);
        }
        String primary = address;
        List<String> secondaries = new ArrayList<>();
        for (PrivateIpAddressSpecification one : listed) {
            String text = require(one.privateIpAddress(), "privateIpAddress");
            if (!isTrue(one.primary())) {
                secondaries.add(text);
            } else if (primary != null) {
                throw NetworkInterfaceErrors.twoPrimaries();
            } else {
                primary = text;
            }
        }
        return new PrivateAddresses(primary, secondaries, count == null ? 0 : count);
    }

    /** True if the request leaves all to AWS. */
    boolean isEmpty() {
        return primary == null && secondaries.isEmpty() && count == 0;
    }
}
