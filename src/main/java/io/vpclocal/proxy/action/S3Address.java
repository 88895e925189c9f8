package io.vpclocal.proxy.action;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bucket and key of a request to Amazon S3, from its Host (virtual-host style) or its path.
 *
 * @param bucket null for a request on the service
 * @param key decoded, empty for a request on the bucket
 * @param rawKey as sent
 */
public record S3Address(@Nullable String bucket, String key, String rawKey) {

    /** The words that can precede the names of Amazon S3, of its endpoints and of this machine. */
    private static final Pattern VIRTUAL_HOST = Pattern.compile("(?<bucket>[a-z0-9][a-z0-9._-]{1,61}?[a-z0-9])\\.(?:"
            + "bucket\\.vpce-[a-z0-9-]+\\.s3\\.[a-z0-9-]+\\.vpce\\.(?:amazonaws\\.com(?:\\.cn)?|localhost)"
            + "|s3[.-](?:[a-z0-9.-]+\\.)?(?:amazonaws\\.com(?:\\.cn)?|localhost|localhost\\.localstack\\.cloud)"
            + "|localhost)");

    private static final Pattern SERVICE_HOST = Pattern.compile("(?:bucket|accesspoint|control)\\.vpce-.*|s3[.-].*|s3");

    /** Names of Amazon S3 and of its endpoints, with or without a bucket in front. */
    private static final Pattern OF_S3 = Pattern.compile("(?:[a-z0-9._-]+\\.)?(?:"
            + "(?:bucket|accesspoint|control)\\.vpce-[a-z0-9-]+\\.s3\\.[a-z0-9-]+\\.vpce\\.(?:amazonaws\\.com(?:\\.cn)?|localhost)"
            + "|s3[.-](?:[a-z0-9.-]+\\.)?(?:amazonaws\\.com(?:\\.cn)?|localhost|localhost\\.localstack\\.cloud))");

    /** Whether a host name belongs to Amazon S3 alone. */
    public static boolean isHost(String host) {
        return OF_S3.matcher(name(host)).matches();
    }

    private static String name(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.?(:\\d+)?$", "");
    }

    /** @param host the Host header, with or without a port */
    public static S3Address of(String host, String rawPath) {
        String name = name(host);
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        Matcher virtual = VIRTUAL_HOST.matcher(name);
        if (!SERVICE_HOST.matcher(name).matches() && virtual.matches()) {
            return new S3Address(virtual.group("bucket"), decoded(path), path);
        }
        int slash = path.indexOf('/');
        String bucket = decoded(slash < 0 ? path : path.substring(0, slash));
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return bucket.isEmpty() ? new S3Address(null, "", "") : new S3Address(bucket, decoded(key), key);
    }

    /** The path of the same request in path style. */
    public String path() {
        return bucket == null ? "/" : "/" + bucket + (rawKey.isEmpty() ? "" : "/" + rawKey);
    }

    /**
     * Whether a server that resolves dots in paths finds another bucket than the one that policies are asked about. That such
     * paths are refused is our guess.
     */
    public boolean isAmbiguous() {
        if (bucket == null) {
            return false;
        }
        int depth = 0;
        for (String segment : key.split("/", -1)) {
            if (segment.equals("..")) {
                depth--;
            } else if (!segment.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return bucket.contains("/") || bucket.equals(".") || bucket.equals("..");
    }

    /** The ARN of the bucket. */
    public String bucketArn(String partition) {
        return "arn:" + partition + ":s3:::" + bucket;
    }

    /** The ARN of the object. */
    public String objectArn(String partition) {
        return bucketArn(partition) + "/" + key;
    }

    /** In paths, a plus is not a space. */
    static String decoded(String path) {
        return Query.decoded(path.replace("+", "%2B"));
    }
}
