package io.vpclocal.compute.image;

import io.vpclocal.protocol.AwsException;
import java.util.List;

/** AWS's errors about images. */
final class ImageErrors {

    private ImageErrors() {}

    static AwsException notFound(List<String> ids) {
        String what = ids.size() == 1 ? "image id '[" : "image ids '[";
        String verb = ids.size() == 1 ? "]' does not exist" : "]' do not exist";
        return new AwsException("InvalidAMIID.NotFound", "The " + what + String.join(", ", ids) + verb);
    }

    static AwsException malformed(String id) {
        return new AwsException("InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
    }
}
