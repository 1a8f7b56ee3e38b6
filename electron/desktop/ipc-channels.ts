/** The two channels between the page's preload and us; what runs on them is in `shared/wire.ts`. */
export const FROM_PAGE = 'bucket-porter:from-page';
export const TO_PAGE = 'bucket-porter:to-page';
