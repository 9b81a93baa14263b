/**
 * Files that belong to people: in which drive and folder each lies, who may read or change it, what is thrown away and for how long. It
 * decides names, versions, quota, sharing and how bytes of strangers are served so that nothing of them runs. Bytes are in {@link
 * plenum.storage}; Hibernate is in {@code drive.store}; pages are the {@code *Page} beans.
 */
@NullMarked
package plenum.drive;

import org.jspecify.annotations.NullMarked;
