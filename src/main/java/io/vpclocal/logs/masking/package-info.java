/** Data protection policies as rules: what is sensitive in a message, and its masking. */
@NullMarked
package io.vpclocal.logs.masking;

import org.jspecify.annotations.NullMarked;
