package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of the values that a transit gateway is created with or changed to. Texts of errors here are our guess. */
final class TransitGatewayPlan {

    private static final Cidr LINK_LOCAL = Cidr.parse("169.254.0.0/16").orElseThrow();

    private TransitGatewayPlan() {}

    static long amazonSideAsn(@Nullable Long wanted, long unset) {
        if (wanted == null) {
            return unset;
        }
        if (!TransitLimits.amazonSideAsn(wanted)) {
            throw Ec2Errors.invalidValue("amazonSideAsn", wanted);
        }
        return wanted;
    }

    static @Nullable String description(@Nullable String text) {
        if (text != null && text.length() > TransitLimits.DESCRIPTION_LENGTH) {
            throw Ec2Errors.invalidValue(
                    "Description", text, "It must be " + TransitLimits.DESCRIPTION_LENGTH + " characters or less.");
        }
        return text;
    }

    /** The present blocks without the removed ones, then the added ones. */
    static List<String> cidrBlocks(List<String> present, List<String> added, List<String> removed) {
        List<String> blocks = new ArrayList<>(present);
        for (String text : removed) {
            if (!blocks.remove(block(text))) {
                throw Ec2Errors.invalidValue(
                        "Options.RemoveTransitGatewayCidrBlocks", text, "The transit gateway does not have it.");
            }
        }
        for (String text : added) {
            String block = block(text);
            if (!blocks.contains(block)) {
                blocks.add(block);
            }
        }
        if (blocks.size() > TransitLimits.CIDR_BLOCKS_PER_GATEWAY) {
            throw Ec2Errors.invalidValue(
                    "Options.TransitGatewayCidrBlocks",
                    blocks,
                    "A transit gateway has " + TransitLimits.CIDR_BLOCKS_PER_GATEWAY + " CIDR blocks at most.");
        }
        return blocks;
    }

    private static String block(String text) {
        Cidr block = Cidr.parse(text).orElseThrow(() -> Ec2Errors.notACidr("Options.TransitGatewayCidrBlocks", text));
        int longest = block.v4() ? TransitLimits.LONGEST_IPV4_BLOCK : TransitLimits.LONGEST_IPV6_BLOCK;
        if (block.prefix() > longest) {
            throw TransitErrors.longBlock(text, block.v4(), longest);
        }
        if (block.overlaps(LINK_LOCAL)) {
            throw Ec2Errors.invalidValue(
                    "Options.TransitGatewayCidrBlocks", text, "Expecting a block outside of 169.254.0.0/16.");
        }
        return block.toString();
    }

    static void requireNoEncryption(@Nullable String wanted) {
        if (wanted != null) {
            throw CommonErrors.notHere("encryption of transit gateways");
        }
    }
}
