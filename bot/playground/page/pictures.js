// Makes a chosen picture fit to send, as phones do: a JPEG of moderate size.

const LONGEST_SIDE_PX = 1280;
const QUALITY = 0.87;

/** The picture as a JPEG file; what the browser cannot read is left for the server to refuse. */
export async function readyToSend(file) {
  if (file.type.startsWith("video/")) return file;
  try {
    return await reduced(file);
  } catch {
    return file;
  }
}

async function reduced(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return new File([blob], "photo.jpg", { type: "image/jpeg" });
}
