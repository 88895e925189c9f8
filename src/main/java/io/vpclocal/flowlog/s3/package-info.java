/** S3 buckets, on an S3-compatible endpoint or in local directories. */
@NullMarked
package io.vpclocal.flowlog.s3;

import org.jspecify.annotations.NullMarked;
