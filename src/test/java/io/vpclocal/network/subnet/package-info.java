@NullMarked
package io.vpclocal.network.subnet;

import org.jspecify.annotations.NullMarked;
